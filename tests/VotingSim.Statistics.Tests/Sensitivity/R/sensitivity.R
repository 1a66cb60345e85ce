# Writes the data sets and the numbers that rank correlations and indices from given data are held against. R 4.2.2, its own data sets mtcars and airquality.
# Run in this folder: Rscript sensitivity.R
write.csv(mtcars, "mtcars.csv", row.names = FALSE, quote = FALSE)
write.csv(airquality[, c("Temp", "Month")], "airquality.csv", row.names = FALSE, quote = FALSE)
out <- file("sensitivity-expected.txt", "w")
put <- function(name, values) writeLines(paste(c(name, sprintf("%.15g", as.numeric(values))), collapse = " "), out)
put("spearman", sapply(mtcars[, -1], function(x) cor(x, mtcars$mpg, method = "spearman")))
put("adjusted", summary(lm(Temp ~ factor(Month), airquality))$adj.r.squared)
close(out)
