# Writes the data and the numbers that the statistics of forecasts are held against. R 4.2.2 with loo 2.5.1 (by the authors of Pareto smoothing and
# stacking) and survival 3.5-3. Run in this folder: Rscript forecasts.R
suppressMessages({ library(loo); library(survival) })
set.seed(20260301)
out <- file("forecasts-expected.txt", "w")
put <- function(name, values) writeLines(paste(c(name, sprintf("%.15g", as.numeric(values))), collapse = " "), out)

# Log ratios of a standard normal target to three proposals, the second of which is too narrow, the third far away.
S <- 400
ratio <- function(x, mean, sd) round(dnorm(x, 0, 1, log = TRUE) - dnorm(x, mean, sd, log = TRUE), 10)
x <- cbind(rnorm(S, 0.3, 1.2), rnorm(S, 0, 0.6), rnorm(S, 1.5, 1))
ratios <- data.frame(wide = ratio(x[, 1], 0.3, 1.2), narrow = ratio(x[, 2], 0, 0.6), far = ratio(x[, 3], 1.5, 1))
write.csv(ratios, "log-ratios.csv", row.names = FALSE, quote = FALSE)
smooth <- function(name, logs) {
  smoothed <- suppressWarnings(psis(logs, r_eff = 1))
  put(paste0("psis.", name, ".k"), smoothed$diagnostics$pareto_k)
  put(paste0("psis.", name, ".size"), smoothed$diagnostics$n_eff)
  put(paste0("psis.", name, ".weights"), weights(smoothed, log = FALSE)[, 1])
}
for (name in names(ratios)) smooth(name, ratios[[name]])
smooth("short", ratios$narrow[1:21])
fit <- loo:::gpdfit(exp(ratios$narrow), wip = FALSE)
put("pareto.fit", c(fit$k, fit$sigma))

# Log densities of 60 cases under four models.
y <- rt(60, 4)
densities <- round(cbind(dnorm(y, 0, 1, log = TRUE), dnorm(y, 0, 3, log = TRUE), dnorm(y, 1, 1, log = TRUE), dnorm(y, -0.5, 2, log = TRUE)), 10)
write.csv(densities, "log-densities.csv", row.names = FALSE, quote = FALSE)
stacked <- stacking_weights(densities, optim_control = list(reltol = 1e-14))
put("stacking.weights", stacked)
put("stacking.density", mean(log(exp(densities) %*% stacked)))

# Times of the lung data that survival is tested with; the predicted time is 1000 less 10 times the age.
lung <- read.csv("../../Survival/R/lung.csv")
predicted <- 1000 - 10 * lung$age
put("concordance.all", concordance(Surv(time, event) ~ predicted, lung)$concordance)
put("concordance.within", concordance(Surv(time, event) ~ predicted + strata(sex), lung)$concordance)

# Brier scores of "decided by day 90, 365, 500" with the age as a percentage, weighted by survfit with deaths put before censoring at the same time.
brier <- function(day) {
  decided <- lung$event == 1
  probability <- lung$age / 100
  censoring <- survfit(Surv(lung$time - ifelse(decided, 0.001, 0), !decided) ~ 1)
  before <- function(t) c(1, censoring$surv)[1 + sum(censoring$time < t)]
  G <- sapply(pmin(lung$time, day), before)
  known <- decided | lung$time >= day
  mean(ifelse(known, ((decided & lung$time <= day) - probability)^2 / G, 0))
}
put("brier", sapply(c(90, 365, 500), brier))

put("correlation", cov.wt(mtcars[, c("mpg", "wt")], mtcars$hp / sum(mtcars$hp), cor = TRUE)$cor[1, 2])
write.csv(mtcars[, c("mpg", "wt", "hp")], "mtcars.csv", row.names = FALSE, quote = FALSE)
test <- chisq.test(c(12, 7, 9, 15, 7), p = c(3, 2, 2, 2, 2) / 11)
put("uniformity", c(test$statistic, test$parameter, test$p.value))
close(out)
