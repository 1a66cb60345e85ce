// The model of docs/model.md as a careful programmer writes it in an afternoon: one replication after another, one issue, no wait for the agenda, coalition drafting with equal
// weights, the system's libm, arrays reused. It is ScalarLoop.cs in C++, line by line, so that both do the same work in the same order.
//
// Reads a world from standard input, and then commands, a line each: "rounds N" answers with the number of rounds of the replications below N; "run N" deliberates them and answers
// with the number of member-rounds and the nanoseconds of processor time that they took.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <string>
#include <time.h>
#include <vector>

namespace {

using Coalition = uint64_t;

struct Member {
    double position, salience, exposure, influence, flexibility, unity, reticence, holdout, concession;
};

struct World {
    int n;
    uint64_t seed;
    double statusQuo, initial, growth, shockRate, shockSize, ceiling;
    double firstRoundDay, roundDays, patienceDays, horizonDays;
    double positionNoise, ballotNoise, dispositionDays, consultationRate, shadow, response, accommodation, heaviest;
    std::vector<Member> members;
    std::vector<double> affinity;
    std::vector<int> ternary;             // a coalition's number in base 3
    std::string adopts, suffices;         // the rule, tabulated as the engine does
    std::vector<Coalition> dispensable;
};

class Loop {
public:
    explicit Loop(const World& world)
        : w_(world), n_(world.n), all_((1ull << n_) - 1), x_(n_), h_(n_), weight_(n_), margins_(n_), inclinations_(n_), o_(n_), next_(n_), ranking_(n_) {}

    int deliberate(uint32_t replication) {
        for (int i = 0; i < n_; i++) {
            x_[i] = o_[i] = std::clamp(w_.members[i].position + w_.positionNoise * normal(replication, 0, i, 1), 0.0, 100.0);
            h_[i] = w_.members[i].holdout;
            weight_[i] = 1;
        }

        double kappa = w_.initial, majority = NAN;
        Coalition target = all_, supporters = all_, objectors = 0, dispensable = 0;
        for (int r = 0;; r++) {
            double months = (r == 0 ? w_.firstRoundDay : w_.roundDays) / 30;
            for (int i = 0; i < n_; i++) {
                double zeta = 1 + (dispensable >> i & 1 ? w_.shadow : 0);
                h_[i] *= std::exp(-w_.members[i].concession * zeta * (1 + w_.response * kappa * w_.members[i].exposure) * months);
                if ((target & ~supporters) >> i & 1) {
                    weight_[i] = std::min(w_.heaviest, weight_[i] * std::exp(std::log(1 + w_.accommodation) * months));
                }
            }

            consult(1 - std::exp(-w_.consultationRate * months));
            kappa = std::min(w_.ceiling, kappa * std::exp(w_.growth * months) * shocks(replication, r, months));
            vote(replication, r, kappa, draft(target), supporters, objectors);
            double day = dayOf(r);
            bool adopts = w_.adopts[w_.ternary[supporters] + 2 * w_.ternary[objectors]] == '1';
            majority = adopts && std::isnan(majority) ? day : majority;
            bool isLast = dayOf(r + 1) > w_.horizonDays;
            if (isLast || (adopts && (objectors == 0 || day - majority >= w_.patienceDays))) {
                return r + 1;
            }

            dispensable = w_.dispensable[objectors];
            target = adopts ? all_ : findTarget();
        }
    }

private:
    double dayOf(int round) const { return w_.firstRoundDay + round * w_.roundDays; }

    double draft(Coalition target) const {
        double text = 0, weight = 0;
        for (int i = 0; i < n_; i++) {
            if (target >> i & 1) {
                text += weight_[i] * o_[i];
                weight += weight_[i];
            }
        }

        return std::clamp(text / weight, 0.0, 100.0);
    }

    void vote(uint32_t replication, int r, double kappa, double text, Coalition& supporters, Coalition& objectors) {
        supporters = objectors = 0;
        double keeps = std::exp(-w_.roundDays / w_.dispositionDays);
        for (int i = 0; i < n_; i++) {
            const Member& member = w_.members[i];
            double stake = member.salience / 100;
            double reservation = 1 - stake * std::abs(w_.statusQuo - o_[i]) / 100 - kappa * member.exposure;
            double aspiration = reservation + h_[i] * std::max(0.0, 1 - reservation);
            margins_[i] = 1 - stake * std::abs(text - o_[i]) / 100 - aspiration;
            uint64_t first, second;
            words(replication, r, i, 2, first, second);
            if (r == 0 || unit(second) >= keeps) {
                double u = unit(first);
                inclinations_[i] = std::log(u / (1 - u));
            }

            double l = margins_[i] + w_.ballotNoise * inclinations_[i];
            if (l >= -member.unity) {
                supporters |= 1ull << i;
            } else if (l < -member.unity - member.reticence) {
                objectors |= 1ull << i;
            }
        }
    }

    // (1 + J)^N, N from its Poisson law by inversion, at most 8.
    double shocks(uint32_t replication, int r, double months) const {
        uint64_t first, second;
        words(replication, r, 0, 3, first, second);
        double mean = w_.shockRate * months, u = unit(first), term = std::exp(-mean), factor = 1, reach = term;
        for (int k = 1; k <= 8 && u >= reach; k++) {
            factor *= 1 + w_.shockSize;
            term *= mean / k;
            reach += term;
        }

        return factor;
    }

    void consult(double share) {
        for (int i = 0; i < n_; i++) {
            double sum = 0, weight = 0;
            for (int j = 0; j < n_; j++) {
                double c = w_.members[j].influence * w_.affinity[i * n_ + j];
                sum += c * o_[j];
                weight += c;
            }

            double f = w_.members[i].flexibility * (1 - w_.members[i].salience / 100);
            next_[i] = o_[i] + share * ((1 - f) * x_[i] + f * sum / weight - o_[i]);
        }

        std::swap(o_, next_);
    }

    Coalition findTarget() {
        for (int i = 0; i < n_; i++) {
            int at = i;
            for (; at > 0 && margins_[ranking_[at - 1]] < margins_[i]; at--) {
                ranking_[at] = ranking_[at - 1];
            }

            ranking_[at] = i;
        }

        Coalition target = 0;
        for (int member : ranking_) {
            target |= 1ull << member;
            if (w_.suffices[target] == '1') {
                break;
            }
        }

        return target;
    }

    double normal(uint32_t replication, int round, int member, uint32_t purpose) const {
        uint64_t first, second;
        words(replication, round, member, purpose, first, second);
        return std::sqrt(-2 * std::log(unit(first))) * std::cos(2 * M_PI * unit(second));
    }

    static double unit(uint64_t word) { return ((double)(word >> 11) + 0.5) * 1.1102230246251565e-16; }

    // Philox4x32-10.
    void words(uint32_t c0, int round, int member, uint32_t c3, uint64_t& first, uint64_t& second) const {
        uint32_t c1 = (uint32_t)round, c2 = (uint32_t)member, k0 = (uint32_t)w_.seed, k1 = (uint32_t)(w_.seed >> 32);
        for (int i = 0; i < 10; i++) {
            uint64_t p0 = 0xD2511F53ull * c0, p1 = 0xCD9E8D57ull * c2;
            c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
            c1 = (uint32_t)p1;
            c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
            c3 = (uint32_t)p0;
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }

        first = (uint64_t)c0 << 32 | c1;
        second = (uint64_t)c2 << 32 | c3;
    }

    const World& w_;
    int n_;
    Coalition all_;
    std::vector<double> x_, h_, weight_, margins_, inclinations_, o_, next_;
    std::vector<int> ranking_;
};

World read(std::istream& in) {
    World w;
    in >> w.n >> w.seed >> w.statusQuo >> w.initial >> w.growth >> w.shockRate >> w.shockSize >> w.ceiling;
    in >> w.firstRoundDay >> w.roundDays >> w.patienceDays >> w.horizonDays;
    in >> w.positionNoise >> w.ballotNoise >> w.dispositionDays >> w.consultationRate >> w.shadow >> w.response >> w.accommodation >> w.heaviest;
    for (int i = 0; i < w.n; i++) {
        Member m;
        in >> m.position >> m.salience >> m.exposure >> m.influence >> m.flexibility >> m.unity >> m.reticence >> m.holdout >> m.concession;
        w.members.push_back(m);
    }

    w.affinity.resize(w.n * w.n);
    for (double& value : w.affinity) {
        in >> value;
    }

    w.ternary.resize(1 << w.n);
    for (int mask = 1; mask < 1 << w.n; mask++) {
        w.ternary[mask] = 3 * w.ternary[mask >> 1] + (mask & 1);
    }

    in >> w.adopts >> w.suffices;
    w.dispensable.resize(1 << w.n);
    for (Coalition& set : w.dispensable) {
        in >> set;
    }

    return w;
}

int64_t processorTime() {
    timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec * 1000000000ll + t.tv_nsec;
}

}

int main() {
    World world = read(std::cin);
    Loop loop(world);
    std::string command;
    uint32_t count;
    while (std::cin >> command >> count) {
        if (command == "rounds") {
            for (uint32_t replication = 0; replication < count; replication++) {
                std::printf("%d ", loop.deliberate(replication));
            }
            std::printf("\n");
        } else {
            int64_t before = processorTime(), rounds = 0;
            for (uint32_t replication = 0; replication < count; replication++) {
                rounds += loop.deliberate(replication);
            }
            std::printf("%lld %lld\n", (long long)(rounds * world.n), (long long)(processorTime() - before));
        }
        std::fflush(stdout);
    }
}
