// Measures in the page, from an action to the painted result.
(() => {
  // Resolves when all tasks and microtasks that were queued before have run.
  const settled = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    });
  const frame = () => new Promise(requestAnimationFrame);
  // After the task of a frame the page is laid out and painted.
  const painted = async () => {
    await frame();
    return settled();
  };
  // A random offset: actions are not synchronous with frames.
  const pause = () => new Promise((done) => setTimeout(done, Math.random() * 17));

  // The page's own work for an action, and the time until it is painted.
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

  // From the click on Search. `selector` finds an element that only results have.
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

  // Scrolls down frame by frame. Returns the time of each frame.
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

  // Does something, and records in `window.bench.watched` after how many milliseconds each condition was true and painted,
  // the longest task (0 below 50 ms) and the longest frame until the last one was.
  const watch = (act, conditions) => {
    const watched = { times: [], longestTask: 0, longestFrame: 0, done: false };
    window.bench.watched = watched;
    const add = (entries) => {
      for (const { duration } of entries) watched.longestTask = Math.max(watched.longestTask, duration);
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "longtask" });
    const run = async () => {
      await painted();
      const start = performance.now();
      let before = start;
      act();
      for (const isTrue of conditions) {
        let was = false;
        while (!was) {
          was = isTrue();
          const now = await painted();
          watched.longestFrame = Math.max(watched.longestFrame, now - before);
          before = now;
        }
        watched.times.push(before - start);
      }
      // Tasks are reported after their end.
      await painted();
      add(observer.takeRecords());
      observer.disconnect();
      watched.done = true;
    };
    run();
  };

  window.bench = { watch, click, type, search, scroll, time };
})();
