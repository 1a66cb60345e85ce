// Whether the server is heard, and what is done while it is not. Times in milliseconds.
(() => {
    const silence = 2200; // the server says something every second: after this the page says that it hears nothing
    const giveUp = 6000; // then the connection is taken for dead, and another is tried
    const patience = 3000; // for a new connection to be there
    const pause = 800; // between two tries, so that no two of them are five seconds apart
    let heardAt = performance.now();
    let isCut = false;
    let isReturning = false;
    let hasSocket = false;

    const hear = () => { heardAt = performance.now(); };

    // Every socket is listened to, and none is waited for without end.
    window.WebSocket = class extends window.WebSocket {
        constructor(address, protocols) {
            super(address, protocols);
            const late = setTimeout(() => { if (this.readyState === 0) { this.close(); } }, patience);
            this.addEventListener("open", () => { clearTimeout(late); hasSocket = true; hear(); });
            this.addEventListener("close", () => clearTimeout(late));
            this.addEventListener("message", hear);
        }
    };
    const plainFetch = window.fetch.bind(window);
    window.fetch = (resource, options) => String(resource?.url ?? resource).includes("/negotiate")
        ? plainFetch(resource, { ...options, signal: AbortSignal.timeout(patience) })
        : plainFetch(resource, options);

    // A bar of its own, above what one reads and never on it.
    const show = () => {
        const bar = document.getElementById("connection");
        const isSilent = isCut || (hasSocket && performance.now() - heardAt > silence);
        if (bar.hidden === isSilent) {
            bar.hidden = !isSilent;
            document.body.classList.toggle("is-cut", isSilent);
        }
    };
    setInterval(show, 200);
    document.addEventListener("visibilitychange", () => {
        if (!document.hidden) {
            heardAt = Math.max(heardAt, performance.now() - silence + 1500); // it slept, and hears in a moment
        }
    });

    const wait = time => new Promise(resolve => setTimeout(resolve, time));

    // The page where it was, or where the server has forgotten it the same page again: everything in it is found by address and key.
    const comeBack = async () => {
        if (isReturning) {
            return;
        }
        isReturning = true;
        while (isCut) {
            try {
                if (!await Blazor.reconnect()) {
                    location.reload();
                    return;
                }
            } catch {
                await wait(pause);
            }
        }
        isReturning = false;
    };

    // A page that never came to life, because the network was gone by then, is asked for again once there is one.
    const begin = 8000;
    const beginAgain = async () => {
        while (!document.querySelector("main")) {
            isCut = true;
            show();
            try {
                await plainFetch("/favicon.svg", { cache: "no-store", signal: AbortSignal.timeout(patience) });
                location.reload();
                return;
            } catch {
                await wait(pause);
            }
        }
    };
    setTimeout(beginAgain, begin);

    document.addEventListener("DOMContentLoaded", () => Blazor.start({
        circuit: {
            configureSignalR: builder => builder.withServerTimeout(giveUp).withKeepAliveInterval(1500),
            reconnectionHandler: {
                onConnectionDown: () => { isCut = true; show(); comeBack(); },
                onConnectionUp: () => { isCut = false; hear(); show(); },
            },
        },
    }));
})();
