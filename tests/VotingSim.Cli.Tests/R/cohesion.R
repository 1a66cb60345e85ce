# Writes the numbers that the command `cohesion` is held against on rollcalls.csv, made up by hand in the layout of Voeten's votes in the
# General Assembly: 1 yes, 2 abstention, 3 no, 8 absent, 9 not a member.
# R 4.2.2, no package. Run in this folder: Rscript cohesion.R
d <- read.csv("rollcalls.csv", na.strings = "")
out <- file("cohesion-expected.txt", "w")
put <- function(name, values) writeLines(paste(c(name, sprintf("%.15g", as.numeric(values))), collapse = " "), out)
describe <- function(name, d) {
  d <- d[d$vote %in% 1:3, ]
  counts <- t(sapply(split(d$vote, d$rcid), function(v) c(sum(v == 1), sum(v == 3), sum(v == 2))))
  n <- rowSums(counts)
  top <- apply(counts, 1, max)
  agreement <- (top - (n - top) / 2) / n
  rice <- abs(counts[, 1] - counts[, 2]) / (counts[, 1] + counts[, 2])
  for (measure in c("agreement", "rice")) {
    x <- get(measure)
    x <- x[is.finite(x)]
    m <- mean(x)
    half <- qt(0.975, length(x) - 1) * sd(x) / sqrt(length(x)) / (m * (1 - m))
    put(paste0(name, ".", measure), if (length(x) < 2) c(m, NA, NA) else if (sd(x) == 0) c(m, m, m) else c(m, plogis(qlogis(m) - half), plogis(qlogis(m) + half)))
  }
  put(paste0(name, ".unanimous"), mean(top == n))
  u <- counts[n >= 2, , drop = FALSE]
  k <- rowSums(u)
  observed <- sum((k^2 - rowSums(u^2)) / (k - 1)) / sum(k)
  expected <- (sum(k)^2 - sum(colSums(u)^2)) / (sum(k) * (sum(k) - 1))
  put(paste0(name, ".alpha"), 1 - observed / expected)
}
asean <- d[d$ccode %in% c("BRN", "IDN", "MYS", "VNM"), ]
describe("all", d)
describe("asean", asean)
for (y in unique(d$year)) describe(paste0("asean.", y), asean[asean$year == y, ])
close(out)
