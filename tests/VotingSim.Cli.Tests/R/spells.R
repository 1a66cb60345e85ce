# Writes the numbers that the command `survival` is held against on spells.csv, which was made up by hand: files that change their rule or
# their number of members in midway, some that came under observation late.
# R 4.2.2, survival 3.5.3 (Debian: r-base-core, r-cran-survival). Run in this folder: Rscript spells.R
library(survival)
d <- read.csv("spells.csv", stringsAsFactors = FALSE)
out <- file("spells-expected.txt", "w")
put <- function(name, values) writeLines(paste(c(name, sprintf("%.15g", as.numeric(values))), collapse = " "), out)
model <- function(name, fit, drift = TRUE) {
  put(paste0(name, ".coefficient"), coef(fit))
  put(paste0(name, ".error"), sqrt(diag(vcov(fit))))
  put(paste0(name, ".likelihood"), fit$loglik)
  s <- summary(fit)
  put(paste0(name, ".score"), s$sctest[1:2])
  if (drift) {
    put(paste0(name, ".drift"), cox.zph(fit, "km", terms = FALSE)$table[, 1])
    put(paste0(name, ".concordance"), concordance(fit)$concordance)
  }
}

# Delayed entry: curve and median by rule, which changes within a file.
S <- with(d, Surv(begin, end, adopted))
for (r in c("qmv", "unanimity")) {
  fit <- survfit(Surv(begin, end, adopted) ~ 1, d[d$rule == r, ], conf.type = "log-log")
  put(paste0("entry.", r, ".time"), fit$time)
  put(paste0("entry.", r, ".risk"), fit$n.risk)
  put(paste0("entry.", r, ".survival"), fit$surv)
  put(paste0("entry.", r, ".low"), fit$lower)
  put(paste0("entry.", r, ".median"), quantile(fit, 0.5, conf.int = FALSE))
}

# Several covariates, numbers and words, with a baseline other than the first in the file.
d$rule <- relevel(factor(d$rule), "unanimity")
d$chair <- relevel(factor(d$chair, levels = unique(d$chair)), "a")
model("covariates", coxph(S ~ rule + members, d))
model("breslow", coxph(S ~ rule + members, d, ties = "breslow"))
model("words", coxph(S ~ members + bloc, d))
d$size <- relevel(factor(d$members > 10, labels = c("small", "large")), "small")
model("numbers-as-words", coxph(S ~ factor(members, levels = c(12, 6, 9, 10, 15)), d), drift = FALSE)

# Strata, clusters, whole-number weights (as rows repeated).
model("strata", coxph(S ~ rule + members + strata(bloc), d))
robust <- coxph(S ~ rule + members, d, cluster = chair)
put("cluster.error", sqrt(diag(vcov(robust))))
r <- d[rep(seq_len(nrow(d)), d$copies), ]
model("weights", coxph(Surv(begin, end, adopted) ~ rule + members, r))
put("weights.median", quantile(survfit(Surv(begin, end, adopted) ~ 1, r), 0.5, conf.int = FALSE))

# Effects that change with time: the logarithm, and stretches.
cuts <- sort(unique(d$end[d$adopted == 1]))
s <- survSplit(Surv(begin, end, adopted) ~ ., d, cut = cuts, start = "t0", end = "t1", event = "ev")
s$q <- as.integer(s$rule == "qmv")
s$l <- log(s$t1)
model("logarithm", coxph(Surv(t0, t1, ev) ~ q + members + q:l, s), drift = FALSE)
s$early <- s$q * (s$t1 <= 40)
s$late <- s$q * (s$t1 > 40)
model("stretches", coxph(Surv(t0, t1, ev) ~ early + late + members, s), drift = FALSE)

# Log-rank within strata: one row a file, as it ended; no delayed entry, which survdiff does not know.
e <- d[!duplicated(d$file, fromLast = TRUE), ]
test <- survdiff(Surv(end, adopted) ~ rule + strata(bloc), e)
put("logrank.strata", test$chisq)
test <- survdiff(Surv(end, adopted) ~ members, e)
put("logrank.members", test$chisq)

# Dates: days between them.
put("dates.time", with(e, as.numeric(as.Date(closed) - as.Date(opened))))
fit <- survfit(Surv(as.numeric(as.Date(closed) - as.Date(opened)), adopted) ~ 1, e, conf.type = "log-log")
put("dates.median", summary(fit)$table[c("median", "0.95LCL", "0.95UCL")])

# Repeated events: an event of a file does not end it, and the rows of a file depend on each other.
d$again <- d$adopted
d$again[d$file %in% c("f02", "f09")] <- 1
repeated <- coxph(Surv(begin, end, again) ~ rule, d, id = file)
put("repeated.coefficient", coef(repeated))
put("repeated.error", sqrt(diag(vcov(repeated))))
close(out)
