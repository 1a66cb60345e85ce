// What a page cannot say by itself: where it stands goes into the address, so that a link or a reload shows the same.
window.classroom = {
    // What the scripts say, in the language of the page; a sentence has {0}, {1} where something is filled in.
    words: JSON.parse(document.getElementById("words").textContent),
    fill: (sentence, ...values) => sentence.replace(/\{(\d)\}/g, (_, hole) => String(values[hole])),

    remember: address => history.replaceState(history.state, "", address),

    // Keys stay in this browser: never in an address that is sent, nor on a screen that is shown.
    keep: (kind, code, key) => localStorage.setItem(`votingsim.${kind}.${code}`, key),
    recall: (kind, code) => localStorage.getItem(`votingsim.${kind}.${code}`),
    forget: (kind, code) => localStorage.removeItem(`votingsim.${kind}.${code}`),
    rooms: () => Object.keys(localStorage).filter(name => name.startsWith("votingsim.teacher.")).map(name => name.split(".")[2]).sort(),
    takeKey: code => {
        if (location.hash.length > 20) {
            window.classroom.keep("teacher", code, location.hash.slice(1));
            history.replaceState(history.state, "", location.pathname + location.search);
        }
        return window.classroom.recall("teacher", code);
    },

    // Makes this browser the host's, by the key in the address or the one that was typed. What is kept of it no script can read.
    becomeHost: async typed => {
        const key = typed ?? location.hash.slice(1);
        history.replaceState(history.state, "", location.pathname + location.search);
        if (key.length === 0) {
            return "none";
        }
        const answer = await fetch("/host/key", { method: "POST", body: key });
        return answer.ok ? "host" : answer.status === 429 ? "later" : "wrong";
    },
    go: address => location.assign(address),

    // A teacher's own address holds the key, so it is put together here.
    fillTeacherAddress: (id, base, code) =>
        document.getElementById(id).value = `${base}/room/${code}#${window.classroom.recall("teacher", code)}`,

    // Where the network is not trusted by the browser there is no clipboard; then the old way, and at the least the text is selected.
    copy: async id => {
        const field = document.getElementById(id);
        field.focus();
        field.select();
        try {
            await navigator.clipboard.writeText(field.value);
            return true;
        } catch {
            try {
                return document.execCommand("copy");
            } catch {
                return false;
            }
        }
    },
    print: () => window.print(),

    // A session as a file, its rounds or its debrief, by the key that this browser keeps: sent in a body, never in an address. Null, or why there is none.
    takeHome: async (what, code, name) => {
        const [teacher, seat] = [window.classroom.recall("teacher", code), window.classroom.recall("seat", code)];
        try {
            const answer = await fetch(what, {
                method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ code, teacher, seat }),
            });
            if (!answer.ok) {
                return await answer.text();
            }
            const link = document.createElement("a");
            link.href = URL.createObjectURL(await answer.blob());
            link.download = name;
            document.body.append(link);
            link.click();
            link.remove();
            setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
            return null;
        } catch {
            return window.classroom.words.noFile;
        }
    },

    // Whether who sits here wants nothing to move.
    isStill: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
};

// The screen on the wall fills it: only in answer to a press, so it is done here.
document.addEventListener("click", event => {
    if (event.target.closest("[data-action=full-screen]")) {
        document.documentElement.requestFullscreen?.();
    }
});

// Another language leads to where the page stands now, which it writes into its address by itself.
document.addEventListener("click", event => {
    const link = event.target.closest(".languages a");
    if (link) {
        const address = new URL(location.href);
        address.searchParams.set("lang", link.hreflang);
        link.href = address.href;
    }
}, true);

// Counts down from what the server said was left, and says so at half a minute and at ten seconds.
customElements.define("count-down", class extends HTMLElement {
    static observedAttributes = ["left"];

    connectedCallback() {
        this.shown ??= this.appendChild(document.createElement("span"));
        if (!this.spoken) {
            this.spoken = this.appendChild(document.createElement("span"));
            this.spoken.className = "unseen";
            this.spoken.setAttribute("aria-live", "polite");
        }
        this.ticking = setInterval(() => this.tick(), 250);
        this.tick();
    }

    disconnectedCallback() {
        clearInterval(this.ticking);
    }

    attributeChangedCallback() {
        this.end = performance.now() + Number(this.getAttribute("left"));
        this.tick();
    }

    tick() {
        if (!this.shown) {
            return;
        }
        const seconds = Math.max(0, Math.ceil((this.end - performance.now()) / 1000));
        if (seconds === this.seconds) {
            return;
        }
        this.seconds = seconds;
        this.shown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
        this.classList.toggle("is-short", seconds <= 10);
        if (seconds === 30 || seconds === 10) {
            this.spoken.textContent = window.classroom.fill(window.classroom.words.secondsLeft, seconds);
        }
    }
});
