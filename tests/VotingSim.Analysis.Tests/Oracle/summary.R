# What a summary says, by R's survival package, from the rows of a run. Its output is summary.txt:
#   votingsim run myanmar-consensus-or-qmv --replications 300 --seed 7 --set deliberation.horizon-days=200 --out run --csv
#   Rscript summary.R run/runs.csv > summary.txt
library(survival)
precise <- coxph.control(eps = 1e-13, iter.max = 50, toler.chol = 1e-14)
rows <- read.csv(commandArgs(trailingOnly = TRUE)[1])
rows$decided <- rows$decided == "true"
rows$rule <- factor(rows$rule, levels = unique(rows$rule))
say <- function(...) cat(paste(sapply(list(...), function(x) if (is.character(x)) x else format(x, digits = 15)), collapse = " "), "\n", sep = "")
for (rule in levels(rows$rule)) {
  own <- rows[rows$rule == rule, ]
  say("days", rule, sum(own$days))
  fit <- survfit(Surv(days, decided) ~ 1, data = own, conf.type = "log-log")
  median <- quantile(fit, 0.5)
  say("median", rule, unname(median$quantile), unname(median$lower), unname(median$upper))
  for (day in c(56, 126, 182)) {
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
