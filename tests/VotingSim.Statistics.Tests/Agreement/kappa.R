# The numbers of CohenKappaTests: R 4.2.2, psych 2.2.9.
library(psych)
show <- function(counts) {
  k <- cohen.kappa(matrix(counts, 3, byrow = TRUE))
  cat(sprintf("%.12f %.12f\n", k$kappa, sqrt(k$var.kappa)))
}
show(c(25, 13, 12, 12, 2, 16, 3, 15, 2))
show(c(88, 14, 18, 10, 40, 10, 2, 6, 12))
show(c(106, 10, 4, 22, 28, 10, 2, 12, 6))
show(c(40, 3, 0, 5, 22, 7, 1, 2, 9))
