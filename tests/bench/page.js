// What is measured in the page itself, from what a person does to what they see of it.
(() => {
  // Settled once all that was begun before has run, its microtasks too.
  const settled = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    });
  const frame = () => new Promise(requestAnimationFrame);
  // Behind a frame's own task the page is laid out and painted.
  const painted = async () => {
    await frame();
    return settled();
  };
  // Nobody's fingers keep the screen's time.
  const pause = () => new Promise((done) => setTimeout(done, Math.random() * 17));

  // What it takes to do this: the page's own work, and all until it is painted.
  const time = async (act) => {
    await painted();
    await pause();
    const start = performance.now();
    act();
    const [worked, shown] = await Promise.all([settled(), painted()]);
    return { work: worked - start, painted: shown - start };
  };

  const click = (button) => time(() => button.click());

  const type = (field, text) =>
    time(() => {
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });

  // From the press on Search; `selector` finds what only shown results have.
  const search = async (button, selector, path) => {
    await painted();
    performance.clearResourceTimings();
    const there = () => document.querySelector(selector) !== null;
    let gone = !there();
    const shown = new Promise((done) => {
      const observer = new MutationObserver(() => {
        gone ||= !there();
        if (gone && there()) {
          observer.disconnect();
          done();
        }
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    const start = performance.now();
    button.click();
    await shown;
    const end = await painted();
    const answer = performance.getEntriesByType("resource").findLast((it) => it.name.includes(path));
    return { work: end - answer.responseEnd, painted: end - start };
  };

  // Frame by frame down; how long each took.
  const scroll = async (element, step, count) => {
    const times = [];
    let before = await frame();
    for (let done = 0; done < count; done++) {
      element.scrollBy(0, step);
      const now = await frame();
      times.push(now - before);
      before = now;
    }
    return times;
  };

  window.bench = { click, type, search, scroll, time };
})();
