# Writes distributions-expected.txt, the tails and quantiles that the special functions are held against. R 4.2.2. Run in this folder: Rscript distributions.R
out <- file("distributions-expected.txt", "w")
put <- function(what, degrees, at, value) writeLines(sprintf("%s %d %.17g %.17g", what, as.integer(degrees), at, value), out)
for (v in c(1, 2, 3, 5, 10, 57, 200)) for (x in c(0.001, 0.1, 0.5, 1, 3.841, 10, 30, 57, 80, 200, 600, 1200)) put("chi-square", v, x, pchisq(x, v, lower.tail = FALSE))
for (v in c(1, 2, 3, 9, 30, 127, 999, 16383)) for (t in c(0.1, 0.5, 1, 1.96, 2.5, 4, 8, 20)) put("t", v, t, 2 * pt(t, v, lower.tail = FALSE))
for (v in c(1, 2, 3, 9, 30, 127, 999, 16383, 65535)) put("quantile", v, 0.975, qt(0.975, v))
close(out)
