# Writes the numbers that the split of a variance and the quantiles over worlds are held against. R 4.2.2. Run in this folder: Rscript comparison.R
# Dyestuff: Davies (1947), Statistical Methods in Research and Production, as printed in Box & Tiao (1973), Bayesian Inference in Statistical Analysis, table 5.1.2.
yield <- c(1545, 1440, 1440, 1520, 1580, 1540, 1555, 1490, 1560, 1495, 1595, 1550, 1605, 1510, 1560,
           1445, 1440, 1595, 1465, 1545, 1595, 1630, 1515, 1635, 1625, 1520, 1455, 1450, 1480, 1445)
batch <- gl(6, 5)
out <- file("comparison-expected.txt", "w")
put <- function(name, values) writeLines(paste(c(name, sprintf("%.15g", as.numeric(values))), collapse = " "), out)
table <- summary(aov(yield ~ batch))[[1]]
ms <- table[["Mean Sq"]]
f <- table[["F value"]][1]
share <- function(f) max(0, (f - 1) / (f + 4))
put("dyestuff", c((ms[1] - ms[2]) / 5, ms[2], share(f), share(f / qf(0.975, 5, 24)), share(f / qf(0.025, 5, 24))))
for (d in list(c(1, 1), c(5, 24), c(40, 3), c(1000, 1000), c(2047, 2048))) put(sprintf("f-%d-%d", d[1], d[2]), qf(c(0.025, 0.5, 0.975), d[1], d[2]))
put("binomial", c(pbinom(2, 10, 0.2, lower.tail = FALSE), pbinom(89, 100, 0.5, lower.tail = FALSE), pbinom(399, 1000, 0.5, lower.tail = FALSE)))
put("type7", quantile(c(-12, -3, -3, 0, 0, 1, 4, 4, 30), c(0.05, 0.25, 0.5, 0.75, 0.95), type = 7))
close(out)
