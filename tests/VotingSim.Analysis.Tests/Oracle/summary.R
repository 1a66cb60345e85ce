# What a summary says, by R's survival package, from the rows of a run. Its output is summary.txt:
#   votingsim run summary.yaml --out run --csv
#   Rscript summary.R run/runs.csv > summary.txt
library(survival)
precise <- coxph.control(eps = 1e-13, iter.max = 50, toler.chol = 1e-14)
rows <- read.csv(commandArgs(trailingOnly = TRUE)[1])
rows$decided <- rows$decided == "true"
rows$rule <- factor(rows$rule, levels = unique(rows$rule))
say <- function(...) cat(paste(unlist(lapply(list(...), function(x) if (is.character(x)) x else sapply(unname(x), format, digits = 15))), collapse = " "), "\n", sep = "")
for (rule in levels(rows$rule)) {
  own <- rows[rows$rule == rule, ]
  say("days", rule, sum(own$days))
  fit <- survfit(Surv(days, decided) ~ 1, data = own, conf.type = "log-log")
  median <- quantile(fit, 0.5)
  say("median", rule, unname(median$quantile), unname(median$lower), unname(median$upper))
  for (day in c(60, 126, 240)) {
    at <- summary(fit, times = day)
    say("survival", rule, day, at$surv, at$lower, at$upper)
  }
}
baseline <- rows[rows$rule == levels(rows$rule)[1], ]
for (rule in levels(rows$rule)[-1]) {
  own <- rows[rows$rule == rule, ]
  pair <- rbind(baseline, own)
  pair$arm <- as.numeric(pair$rule == rule)
  fit <- summary(coxph(Surv(days, decided) ~ arm, data = pair, cluster = replication, ties = "efron", control = precise))
  say("hazard", rule, fit$conf.int[1, 1], fit$conf.int[1, 3], fit$conf.int[1, 4], fit$coefficients[1, "Pr(>|z|)"])
  # The score test of a drift with the share decided so far, clustered by world: one step of the model with the drift, from the estimate without it.
  all <- survfit(Surv(days, decided) ~ 1, data = pair)
  before <- c(1, all$surv)[seq_along(all$time)]
  constant <- coxph(Surv(days, decided) ~ arm, data = pair, ties = "efron", control = precise)
  moving <- survSplit(Surv(days, decided) ~ ., data = pair, cut = all$time[all$n.event > 0], start = "start")
  moving$g <- (1 - before)[match(moving$days, all$time)]
  moving$g[is.na(moving$g)] <- 0 # rows that end where nothing is decided
  drift <- coxph(Surv(start, days, decided) ~ arm + I(arm * g), data = moving, init = c(coef(constant), 0), control = coxph.control(iter.max = 0))
  score <- residuals(drift, type = "score", collapse = moving$replication)
  information <- solve(drift$var)
  left <- score[, 2] - information[2, 1] / information[1, 1] * score[, 1]
  say("proportional", rule, sum(left)^2 / sum(left^2))
  # The ratio among the earlier half of all decisions, and among the later half.
  decisions <- sort(pair$days[pair$decided])
  middle <- decisions[ceiling(length(decisions) / 2)]
  first <- transform(pair, decided = decided & days <= middle, days = pmin(days, middle))
  second <- transform(pair[pair$days > middle, ], start = middle)
  say("halves", rule, exp(coef(coxph(Surv(days, decided) ~ arm, data = first, ties = "efron", control = precise))),
      exp(coef(coxph(Surv(start, days, decided) ~ arm, data = second, ties = "efron", control = precise))))
  # Over worlds: quantiles of the differences at their steps, and the shares in which the rule is earlier or has less, and later or has more.
  when <- function(d) ifelse(d$decided, d$days, Inf)
  say("worlds", rule, "days", quantile(own$days - baseline$days, c(0.05, 0.25, 0.5, 0.75, 0.95)), mean(when(own) < when(baseline)), mean(when(own) > when(baseline)))
  for (column in c("agreement_index", "positional_cohesion", "outvoted", "content", "min_utility", "shift_aid")) {
    step <- if (column == "outvoted") 1 else if (column == "shift_aid") 0.01 else 0.0001
    difference <- na.omit(own[[column]] - baseline[[column]])
    steps <- sign(difference) * floor(abs(difference) / step + 0.5) * step
    say("worlds", rule, column, quantile(steps, c(0.05, 0.25, 0.5, 0.75, 0.95)), mean(difference < -step / 2), mean(difference > step / 2))
  }
  for (column in c("days", "agreement_index", "outvoted", "mean_utility")) {
    test <- tryCatch(t.test(own[[column]], baseline[[column]], paired = TRUE), error = function(e) NULL)
    if (!is.null(test) && !is.nan(test$p.value)) say("difference", rule, column, unname(test$estimate), test$conf.int[1], test$conf.int[2], test$p.value)
  }
}
all <- summary(coxph(Surv(days, decided) ~ rule, data = rows, cluster = replication, ties = "efron", control = precise))
for (k in seq_len(nrow(all$coefficients))) {
  say("cox", sub("^rule", "", rownames(all$coefficients)[k]), all$conf.int[k, 1], all$conf.int[k, 3], all$conf.int[k, 4], all$coefficients[k, "z"])
}
# Rules whose ratios change with ln(days): rows split at every decision, so that each has the covariate of its time.
times <- sort(unique(rows$days[rows$decided]))
rows$id <- seq_len(nrow(rows))
split <- survSplit(Surv(days, decided) ~ ., data = rows, cut = times, episode = "episode")
dummies <- model.matrix(~ rule, split)[, -1]
moving <- dummies * log(split$days)
fit <- summary(coxph(Surv(tstart, days, decided) ~ dummies + moving, data = split, cluster = replication, ties = "efron", control = precise))
names <- c(sub("^rule", "", colnames(dummies)), paste(sub("^rule", "", colnames(moving)), "x ln(days)"))
for (k in seq_along(names)) {
  say("time-varying", gsub(" ", "_", names[k]), fit$conf.int[k, 1], fit$conf.int[k, 3], fit$conf.int[k, 4], fit$coefficients[k, "z"])
}
