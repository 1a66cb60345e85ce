// Light or dark: as the device has it, unless this browser was told otherwise, or the address says ?theme=dark or ?theme=light. Runs before anything is drawn.
(() => {
    const name = "votingsim.theme";
    const sheet = document.getElementById("dark");
    const asDevice = sheet.media;
    const device = matchMedia("(prefers-color-scheme: dark)");
    const isTheme = theme => theme === "dark" || theme === "light";
    const asked = new URLSearchParams(location.search).get("theme");
    let theme = isTheme(asked) ? asked : localStorage.getItem(name);
    const show = () => { sheet.media = theme === "dark" ? "screen" : theme === "light" ? "not all" : asDevice; };
    show();

    document.addEventListener("click", event => {
        if (event.target.closest("[data-action=theme]")) {
            const isDark = isTheme(theme) ? theme === "dark" : device.matches;
            theme = isDark ? "light" : "dark";
            localStorage.setItem(name, theme);
            show();
        }
    });
})();
