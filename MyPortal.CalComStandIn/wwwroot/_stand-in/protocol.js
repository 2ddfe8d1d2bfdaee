// The frame's side of the protocol between Cal.com's embed.js and a booking page (embed-iframe.ts).

const query = new URLSearchParams(location.search);
const namespace = query.get("embed") ?? "";
const root = document.documentElement;
const framed = window.parent !== window && query.has("embed");

/** Tells the embedding page. Any origin may embed, as at Cal.com, so the message is addressed to any. */
export function fire(type, data = {}) {
  if (framed)
    window.parent.postMessage({ originator: "CAL", type, namespace, fullType: `CAL:${namespace}:${type}`, data }, "*");
}

export function showTheme(theme) {
  if (theme) root.dataset.theme = theme;
}

/** The page is shown only once the embedding page knows of it and has been told its size; resolves then. */
export function handshake({ delay = 0, never = false } = {}) {
  if (!framed) return Promise.resolve();
  root.dataset.framed = "";
  showTheme(query.get("ui.color-scheme"));
  showTheme(query.get("theme"));

  const measured = reportDimensions();
  const known = new Promise(resolve => {
    window.addEventListener("message", ({ data }) => {
      if (data?.originator !== "CAL") return;
      if (data.method === "parentKnowsIframeReady") resolve();
      if (data.method === "ui") showTheme(data.arg?.theme ?? data.arg?.colorScheme);
    });
  });
  const ready = Promise.all([known, measured, new Promise(resolve => setTimeout(resolve, delay))]);
  document.addEventListener("click", e => {
    // Whatever lies outside the content counts as the backdrop of a modal.
    if (e.target instanceof Node && e.target.contains(document.querySelector("main"))) fire("__closeIframe");
  });
  fire("__iframeReady", { isPrerendering: false });
  if (never) return new Promise(() => {});

  return ready.then(() => {
    root.dataset.ready = "";
    fire("linkReady");
  });
}

/** For a page that is an error: the embed shows the code instead of the frame. */
export function reportFailure(code) {
  fire("__iframeReady", { isPrerendering: false });
  fire("linkFailed", { code, msg: "Problem loading the link", data: { url: location.href } });
}

// First the whole document's size, so that nothing scrolls, then the content's, so that the frame can shrink again.
function reportDimensions() {
  return new Promise(resolve => {
    let known = "";
    let passes = 0;
    const measure = () => {
      if (document.readyState !== "complete") return;
      if (passes === 0) fire("__windowLoadComplete");
      const isFirstTime = passes === 0;
      const { offsetWidth, offsetHeight } = isFirstTime ? widest(root) : document.querySelector("main");
      const size = `${offsetWidth}x${offsetHeight}`;
      if (offsetHeight > 0 && (size !== known || passes < 2)) {
        known = size;
        passes++;
        fire("__dimensionChanged", { iframeHeight: offsetHeight, iframeWidth: offsetWidth, isFirstTime });
      }
      if (passes >= 2) resolve();
    };
    // A timer and no observer: browsers do not lay out hidden frames for observers.
    setInterval(measure, 50);
  });
}

const widest = element => ({ offsetWidth: element.scrollWidth, offsetHeight: element.scrollHeight });
