import { maximumBodyBytes } from "./body-limit.ts";

/** Why a request is refused before any route runs. */
export interface Refusal {
  /** Under which `refusal-words.ts` has it in every language; no browser loads those. */
  name: "badAddress" | "methodNotAllowed" | "fromElsewhere" | "tooLarge" | "notAForm" | "tooBusy";
  status: number;
  title: string;
  /** What was wrong and what to do next. Plain text. */
  message: string;
  headers?: Record<string, string>;
}

export const badAddress: Refusal = {
  name: "badAddress",
  status: 400,
  title: "This address cannot be read",
  message: "It holds a broken % sign. Copy the address in full and open it again.",
};

export const methodNotAllowed: Refusal = {
  name: "methodNotAllowed",
  status: 405,
  title: "This address cannot be used that way",
  message: "Pages are opened with GET and forms are sent with POST. Open the page and use its form.",
  headers: { allow: "GET, HEAD, POST" },
};

export const fromElsewhere: Refusal = {
  name: "fromElsewhere",
  status: 403,
  title: "That form came from another site",
  message:
    "Forms are only taken from our own pages, so nothing was saved. Open the page here and use its form.",
};

export const tooLarge: Refusal = {
  name: "tooLarge",
  status: 413,
  title: "That form is too large",
  message: `A form may hold ${maximumBodyBytes / 1024} KB, so nothing was read and nothing was saved. Shorten what you entered and send it again.`,
};

export const notAForm: Refusal = {
  name: "notAForm",
  status: 400,
  title: "That form cannot be read",
  message: "It arrived damaged, so nothing was saved. Open the page again and send its form once more.",
};

/** Of two kinds: too much to do at once, and a database that is slow, locked or away. */
export const tooBusy: Refusal = {
  name: "tooBusy",
  status: 503,
  title: "There is too much going on right now",
  message:
    "We could not do this in time. Wait a few seconds and try again; a form that is sent again counts once.",
  headers: { "retry-after": "5" },
};
