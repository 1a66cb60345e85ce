// One round at a time, by slider, buttons and arrow keys. Without this script all rounds stand one below the other, as on paper.
(() => {
    const rounds = [...document.querySelectorAll(".round")];
    const player = document.querySelector(".player");
    const [slider, told] = [player.querySelector("input"), player.querySelector("output")];
    const show = to => {
        const shown = Math.max(0, Math.min(rounds.length - 1, to));
        rounds.forEach((round, index) => round.classList.toggle("is-shown", index === shown));
        slider.value = shown;
        slider.setAttribute("aria-valuetext", rounds[shown].dataset.name);
        told.textContent = rounds[shown].dataset.name;
        player.querySelector("[data-step='-1']").disabled = shown === 0;
        player.querySelector("[data-step='1']").disabled = shown === rounds.length - 1;
    };
    slider.addEventListener("input", () => show(Number(slider.value)));
    player.addEventListener("click", event => {
        const step = event.target.dataset.step;
        if (step) {
            show(Number(slider.value) + Number(step));
        }
    });
    player.addEventListener("submit", event => event.preventDefault());
    document.addEventListener("keydown", event => {
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (step && event.target !== slider && !event.altKey && !event.ctrlKey && !event.metaKey) {
            show(Number(slider.value) + step);
        }
    });
    const asked = rounds.findIndex(round => `#${round.id}` === location.hash);
    document.documentElement.classList.add("is-alive");
    player.hidden = false;
    show(asked < 0 ? 0 : asked);
})();
