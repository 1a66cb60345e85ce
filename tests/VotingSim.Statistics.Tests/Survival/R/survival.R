# Writes the data sets and the numbers that the survival statistics are held against.
# R 4.2.2, survival 3.5.3 (Debian: r-base-core, r-cran-survival). Run in this folder: Rscript survival.R
# Data: package survival (lung, veteran, ovarian, aml, kidney, rats, heart, stanford2, colon), and gehan: Freireich et al. (1963), Blood 21, 699-716, as printed in Cox (1972).
library(survival)
options(warn = 1)
out <- file("survival-expected.txt", "w")
put <- function(name, values) writeLines(paste(c(name, sprintf("%.15g", as.numeric(values))), collapse = " "), out)
errors <- function(fit) ifelse(is.na(coef(fit)), NA, sqrt(diag(vcov(fit)))) # R gives 0 for what it leaves out

describe <- function(name, d, covariates, horizon, cox = TRUE, moving = TRUE) {
  # columns: entry, time, event, group, stratum, cluster, covariates
  if (is.null(d$entry)) d$entry <- NA
  if (is.null(d$stratum)) d$stratum <- 0
  if (is.null(d$cluster)) d$cluster <- seq_len(nrow(d))
  d <- d[, c("entry", "time", "event", "group", "stratum", "cluster", covariates)]
  d <- d[complete.cases(d[, -1]), ]
  write.csv(d, paste0(name, ".csv"), row.names = FALSE, quote = FALSE, na = "")
  late <- !all(is.na(d$entry))
  d$entry[is.na(d$entry)] <- 0
  d$S <- if (late) Surv(d$entry, d$time, d$event) else Surv(d$time, d$event)

  for (g in sort(unique(d$group))) {
    fit <- survfit(S ~ 1, data = d[d$group == g, ], conf.type = "log-log")
    key <- paste0(name, ".group", g, ".")
    put(paste0(key, "time"), fit$time)
    put(paste0(key, "risk"), fit$n.risk)
    put(paste0(key, "event"), fit$n.event)
    put(paste0(key, "survival"), fit$surv)
    put(paste0(key, "error"), fit$std.err * fit$surv)
    put(paste0(key, "low"), fit$lower)
    put(paste0(key, "high"), fit$upper)
    q <- quantile(fit, c(0.25, 0.5, 0.75))
    for (i in 1:3) put(paste0(key, "quantile", c(25, 50, 75)[i]), c(q$quantile[i], q$lower[i], q$upper[i]))
    m <- survival:::survmean(fit, rmean = horizon)$matrix
    put(paste0(key, "mean"), c(horizon, m["rmean"], m["se(rmean)"]))
  }

  if (!late && length(unique(d$group)) > 1) {
    test <- survdiff(S ~ group, data = d)
    put(paste0(name, ".logrank"), c(test$chisq, length(test$n) - 1))
    put(paste0(name, ".logrank.expected"), test$exp)
    if (length(unique(d$stratum)) > 1) put(paste0(name, ".logrank.stratified"), survdiff(S ~ group + strata(stratum), data = d)$chisq)
  }

  if (!cox) return(invisible())
  control <- coxph.control(eps = 1e-13, toler.chol = 1e-15, iter.max = 50)
  for (ties in c("efron", "breslow")) for (stratified in c(FALSE, TRUE)) {
    if (stratified && length(unique(d$stratum)) == 1) next
    key <- paste0(name, ".cox.", ties, if (stratified) ".strata", ".")
    f <- paste("S ~", paste(covariates, collapse = " + "), if (stratified) "+ strata(stratum)" else "")
    fit <- coxph(as.formula(f), data = d, ties = ties, control = control)
    robust <- coxph(as.formula(f), data = d, ties = ties, control = control, cluster = cluster)
    put(paste0(key, "coefficient"), coef(fit))
    put(paste0(key, "error"), errors(fit))
    put(paste0(key, "robust"), errors(robust))
    put(paste0(key, "likelihood"), fit$loglik)
    put(paste0(key, "tests"), c(fit$wald.test, 2 * diff(fit$loglik), fit$score, robust$wald.test))
    put(paste0(key, "concordance"), c(fit$concordance["concordance"], fit$concordance["std"], robust$concordance["std"]))
    for (transform in c("km", "identity")) put(paste0(key, transform), cox.zph(fit, transform = transform, terms = FALSE)$table[, "chisq"])
  }

  if (!moving) return(invisible())
  # The effect of the first covariate drifting with ln(time), and in two stretches of time.
  events <- sort(unique(d$time[d$event == 1]))
  d$start <- d$entry
  split <- survSplit(Surv(start, time, event) ~ ., data = d[, setdiff(names(d), c("S", "entry"))], cut = events)
  split$drift <- split[[covariates[1]]] * log(split$time)
  f <- paste("Surv(start, time, event) ~", paste(covariates, collapse = " + "))
  fit <- coxph(as.formula(paste(f, "+ drift")), data = split, control = control)
  put(paste0(name, ".drift.coefficient"), coef(fit))
  put(paste0(name, ".drift.error"), errors(fit))
  put(paste0(name, ".drift.robust"), errors(coxph(as.formula(paste(f, "+ drift")), data = split, control = control, cluster = cluster)))
  put(paste0(name, ".drift.likelihood"), fit$loglik)
  cut <- median(d$time)
  split$early <- split[[covariates[1]]] * (split$time <= cut)
  split$late <- split[[covariates[1]]] * (split$time > cut)
  f <- paste("Surv(start, time, event) ~ early + late", paste(c("", covariates[-1]), collapse = " + "))
  fit <- coxph(as.formula(f), data = split, control = control)
  put(paste0(name, ".stretches.cut"), cut)
  put(paste0(name, ".stretches.coefficient"), coef(fit))
  put(paste0(name, ".stretches.error"), errors(fit))
}

gehan <- data.frame(
  time = c(6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35, 1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23),
  event = c(1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, rep(1, 21)), group = rep(1:2, each = 21))
gehan$z <- gehan$group - 1
describe("gehan", gehan, "z", 20)

d <- with(lung, data.frame(time, event = status - 1, group = sex, stratum = ph.ecog, sex, age, ecog = ph.ecog, cluster = inst))
describe("lung", d, c("sex", "age", "ecog"), 500)
d$time <- ceiling(d$time / 100) # heavy ties
describe("lung-rounded", d, c("sex", "age", "ecog"), 6)

d <- with(veteran, data.frame(time, event = status, group = as.integer(celltype), stratum = prior, karno, age, trt))
describe("veteran", d, c("karno", "age", "trt"), 150)

d <- with(ovarian, data.frame(time = futime, event = fustat, group = rx, stratum = resid.ds, age, rx))
describe("ovarian", d, c("age", "rx"), 600)

d <- with(aml, data.frame(time, event = status, group = as.integer(x), x = as.integer(x)))
describe("aml", d, "x", 40)

d <- with(kidney, data.frame(time, event = status, group = sex, sex, age, cluster = id))
describe("kidney", d, c("sex", "age"), 100)

d <- with(rats, data.frame(time, event = status, group = rx + 1, stratum = as.integer(factor(sex)), rx, cluster = litter))
describe("rats", d, "rx", 100)

d <- with(stanford2, data.frame(time, event = status, group = 1 + (age > 45), age, t5))
describe("stanford2", d, c("age", "t5"), 1000)

d <- with(heart, data.frame(entry = start, time = stop, event, group = as.integer(transplant), age, year, surgery, cluster = id))
describe("heart", d, c("age", "year", "surgery"), 300)

d <- with(colon[colon$etype == 2, ], data.frame(time, event = status, group = as.integer(rx), lev = 1 * (rx == "Lev"), lev5fu = 1 * (rx == "Lev+5FU"), age, nodes))
describe("colon", d, c("lev", "lev5fu", "age", "nodes"), 2000)

d <- data.frame(time = c(3, 5, 5, 8, 2, 9), event = 0, group = rep(1:2, 3), z = 0)
describe("all-censored", d, "z", 4, cox = FALSE)
d <- data.frame(time = c(3, 3, 3, 5, 5, 8, 2, 2, 2, 9, 9, 9), event = 1, group = rep(1:2, each = 6), z = rep(0:1, each = 6))
describe("none-censored", d, "z", 6, moving = FALSE)
d <- data.frame(time = c(3, 5, 5, 8, 2, 9, 9, 8), event = c(0, 0, 0, 1, 0, 0, 0, 0), group = rep(1:2, 4), z = 0)
describe("one-event", d, "z", 8, cox = FALSE)

# Two arms in the same worlds: a luck of the world that both share, and rounds.
paired <- function(name, n, rounds, roundDays, chance) {
  luck <- rexp(n)
  draw <- function(arm) pmin(rounds[arm] + 1, 1 + rgeom(n, pmin(0.95, chance[arm] * luck * roundDays[arm] / 14)))
  held <- sapply(1:2, draw)
  decided <- t(t(held) <= rounds)
  held <- t(pmin(t(held), rounds))
  write.csv(data.frame(roundA = held[, 1], decidedA = decided[, 1] * 1, roundB = held[, 2], decidedB = decided[, 2] * 1), paste0(name, ".csv"), row.names = FALSE)
  days <- t(t(held) * roundDays)
  d <- data.frame(time = c(days), event = c(decided), b = rep(0:1, each = n), world = rep(1:n, 2))
  fit <- coxph(Surv(time, event) ~ b, data = d, cluster = world, control = coxph.control(eps = 1e-13, toler.chol = 1e-15, iter.max = 50))
  # The score test of a drift with the share decided so far, clustered by world: one step of the model with the drift, from the estimate without it.
  all <- survfit(Surv(time, event) ~ 1, data = d)
  before <- c(1, all$surv)[seq_along(all$time)]
  cuts <- all$time[all$n.event > 0]
  moving <- survSplit(Surv(time, event) ~ ., data = d, cut = cuts, start = "start")
  moving$g <- (1 - before)[match(moving$time, all$time)]
  drift <- coxph(Surv(start, time, event) ~ b + I(b * g), data = moving, init = c(coef(fit), 0), control = coxph.control(iter.max = 0))
  score <- residuals(drift, type = "score", collapse = moving$world)
  information <- solve(drift$var)
  left <- score[, 2] - information[2, 1] / information[1, 1] * score[, 1]
  put(paste0(name, ".proportionality"), sum(left)^2 / sum(left^2))
  horizon <- min(rounds * roundDays)
  put(paste0(name, ".design"), c(rounds, roundDays))
  put(paste0(name, ".cox"), c(exp(coef(fit)), exp(confint(fit)), summary(fit)$coefficients[, "Pr(>|z|)"], fit$rscore))
  t <- t.test(pmin(days[, 2], horizon), pmin(days[, 1], horizon), paired = TRUE)
  put(paste0(name, ".mean"), c(horizon, t$estimate, t$conf.int))
  day <- ifelse(decided & days <= horizon, days, Inf)
  put(paste0(name, ".order"), c(mean(day[, 2] < day[, 1]), mean(day[, 2] == day[, 1]), mean(day[, 2] > day[, 1])))
}
set.seed(20260101)
paired("paired", 400, c(26, 26), c(14, 14), c(0.1, 0.25))
paired("paired-heavy-ties", 300, c(3, 3), c(14, 14), c(0.3, 0.25))
paired("paired-other-rounds", 300, c(26, 40), c(14, 7), c(0.15, 0.2))
close(out)
