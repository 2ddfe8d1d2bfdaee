// Talks with Cal.com's official embed.js (its inline mode). The embed reports no blocked script and no blocked frame, and believes messages
// from any window; both are dealt with here.
export class CalEmbed {
  #options;
  #script;
  #frames = 0;
  #heard = new Set();

  /** @param {{scriptUrl: string, origin: string, link: string, namespace: string, config: object, onScript: Function}} options */
  constructor(options) {
    this.#options = options;
    // Registered before embed.js adds its own listener, so it runs first: an event counts only if Cal.com's own frame has just sent it.
    addEventListener("message", event => this.#listen(event));
  }

  /** Loads the script once. A failed load may be tried again. */
  load() {
    this.#script ??= this.#insertScript();
    return this.#script;
  }

  /** Opens the calendar in the element; resolves when embed.js has taken over, rejects when it could not be loaded. */
  async open(element, { ready, failed, booked }) {
    await this.load();
    const { namespace, origin, link, config } = this.#options;
    // embed.js opens one inline calendar per namespace, ever: a second try needs a name of its own.
    const name = this.#frames++ === 0 ? namespace : `${namespace}_${this.#frames}`;
    window.Cal("init", name, { origin });
    const cal = window.Cal.ns[name];
    const on = (action, callback) => cal("on", { action, callback: event => { if (this.#takeHeard(action, name)) callback(event.detail.data ?? {}); } });
    on("linkReady", ready);
    on("linkFailed", failed);
    on("bookingSuccessfulV2", booked);
    cal("inline", { elementOrSelector: element, calLink: link, config });
  }

  /** Takes the calendar out of the element, so that it can be opened afresh. */
  reset(element) {
    element.replaceChildren();
    this.#heard.clear();
  }

  #insertScript() {
    const start = performance.timeOrigin + performance.now();
    queueCalls();
    const script = document.createElement("script");
    script.src = this.#options.scriptUrl;
    return new Promise((resolve, reject) => {
      script.onload = () => {
        this.#options.onScript(start, undefined);
        resolve();
      };
      script.onerror = () => {
        this.#script = undefined;
        script.remove();
        this.#options.onScript(start, undefined, "script_blocked");
        reject(new Error("script_blocked"));
      };
      document.head.append(script);
    });
  }

  #listen(event) {
    if (event.origin !== this.#options.origin || event.data?.originator !== "CAL") return;
    const ours = [...document.querySelectorAll("#booking-calendar iframe")].some(frame => frame.contentWindow === event.source);
    if (ours) this.#heard.add(event.data.fullType);
  }

  #takeHeard(action, namespace) {
    const fullType = `CAL:${namespace}:${action}`;
    return this.#heard.delete(fullType);
  }
}

// embed.js expects that calls have been collected in window.Cal.q before it runs (it throws "Cal is not defined" otherwise).
function queueCalls() {
  if (window.Cal) return;
  const collector = () => {
    const collect = (...call) => { collect.q.push(call); };
    collect.q = [];
    return collect;
  };
  const cal = collector();
  cal.ns = {};
  cal.loaded = true;
  window.Cal = (...call) => {
    const [method, namespace] = call;
    if (method !== "init" || typeof namespace !== "string") return cal(...call);
    cal.ns[namespace] ??= collector();
    cal.ns[namespace](...call);
    cal("initNamespace", namespace);
  };
  Object.assign(window.Cal, { ns: cal.ns, q: cal.q, loaded: true });
}
