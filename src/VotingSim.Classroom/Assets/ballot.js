// A ballot is chosen and cast on the phone: what is cast is kept there until the server has said that it has it.
(() => {
    const { words, fill } = window.classroom;
    const patience = 3000; // for an answer; then it is sent again
    const pause = 1000;
    const sending = new Set();
    const name = code => `votingsim.ballot.${code}`;
    const kept = code => JSON.parse(localStorage.getItem(name(code)) ?? "null");
    // Of the round that the ballot is for: the answer may come when the next one is open already.
    const boxes = ({ code, round }) => [...document.querySelectorAll("ballot-box")].filter(box => box.dataset.code === code && box.dataset.round === round);
    const wait = time => new Promise(resolve => setTimeout(resolve, time));

    async function send(ballot) {
        const key = localStorage.getItem(`votingsim.seat.${ballot.code}`);
        const answer = await fetch("/ballot", {
            method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ...ballot, key }), signal: AbortSignal.timeout(patience),
        });
        if (answer.status === 429 || answer.status >= 500) {
            throw new Error("later");
        }
        return answer.ok ? await answer.json() : { refusal: words.notUnderstood };
    }

    // Until it is acknowledged or refused, whatever the network does.
    async function deliver(code) {
        if (sending.has(code)) {
            return;
        }
        sending.add(code);
        for (let ballot; (ballot = kept(code)) !== null;) {
            try {
                const { refusal } = await send(ballot);
                if (JSON.stringify(kept(code)) === JSON.stringify(ballot)) {
                    localStorage.removeItem(name(code));
                }
                if (refusal) {
                    const told = document.getElementById("told");
                    told.textContent = fill(words.refused, ballot.round, refusal);
                    told.hidden = false;
                }
                boxes(ballot).forEach(box => box.tell(refusal ? "" : "received", refusal));
            } catch {
                boxes(ballot).forEach(box => box.tell("kept"));
                await wait(pause);
            }
        }
        sending.delete(code);
    }

    customElements.define("ballot-box", class extends HTMLElement {
        connectedCallback() {
            this.addEventListener("click", click => this.press(click.target.closest("button")));
            // Its buttons come after it.
            setTimeout(() => {
                const ballot = kept(this.dataset.code);
                const chosen = JSON.parse(sessionStorage.getItem(name(this.dataset.code)) ?? "null"); // before the page came anew
                if (ballot?.round === this.dataset.round) {
                    this.choose(ballot.ballot);
                    this.tell("sending");
                } else if (chosen?.round === this.dataset.round) {
                    this.choose(chosen.ballot);
                }
                if (ballot) {
                    deliver(this.dataset.code);
                }
            });
        }

        press(button) {
            if (!button || this.dataset.state) {
                return;
            }
            if (button.dataset.ballot) {
                this.choose(button.dataset.ballot);
            } else if (this.chosen) {
                const { code, round } = this.dataset;
                localStorage.setItem(name(code), JSON.stringify({ code, round, ballot: this.chosen }));
                this.tell("sending");
                deliver(code);
            }
        }

        choose(letter) {
            this.chosen = letter;
            sessionStorage.setItem(name(this.dataset.code), JSON.stringify({ round: this.dataset.round, ballot: letter }));
            for (const button of this.querySelectorAll("[data-ballot]")) {
                const isChosen = button.dataset.ballot === letter;
                button.classList.toggle("is-chosen", isChosen);
                button.setAttribute("aria-pressed", String(isChosen));
            }
            const cast = this.querySelector("[data-action=cast]");
            cast.removeAttribute("aria-disabled");
            cast.textContent = fill(words.cast, this.querySelector(`[data-ballot=${letter}]`).textContent.trim());
        }

        tell(state, refusal) {
            if (state) {
                this.dataset.state = state;
            } else {
                delete this.dataset.state;
            }
            for (const button of this.querySelectorAll("button")) {
                button.setAttribute("aria-disabled", String(Boolean(state) || (button.dataset.action === "cast" && !this.chosen)));
            }
            this.querySelector("[data-told]").textContent = refusal ?? words[state] ?? "";
        }
    });
})();
