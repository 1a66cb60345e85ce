// What a page cannot say by itself: where it stands goes into the address, so that a link or a reload shows the same.
window.classroom = {
    remember: address => history.replaceState(history.state, "", address),

    // Keys stay in this browser: never in an address that is sent, nor on a screen that is shown.
    keep: (kind, code, key) => localStorage.setItem(`votingsim.${kind}.${code}`, key),
    recall: (kind, code) => localStorage.getItem(`votingsim.${kind}.${code}`),
    rooms: () => Object.keys(localStorage).filter(name => name.startsWith("votingsim.teacher.")).map(name => name.split(".")[2]).sort(),
    takeKey: code => {
        if (location.hash.length > 20) {
            window.classroom.keep("teacher", code, location.hash.slice(1));
            history.replaceState(history.state, "", location.pathname + location.search);
        }
        return window.classroom.recall("teacher", code);
    },
    copyTeacherAddress: code => navigator.clipboard?.writeText(`${location.origin}/room/${code}#${window.classroom.recall("teacher", code)}`) ?? Promise.reject(),
    print: () => window.print(),

    copyAddress: () => navigator.clipboard?.writeText(location.href) ?? Promise.reject(),
};

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
            this.spoken.textContent = `${seconds} seconds left`;
        }
    }
});
