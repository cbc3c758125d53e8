import { render } from "preact";
import { App } from "./app.tsx";
import { listenToKeys } from "./runtime/keyboard.ts";
import { interceptLinks } from "./runtime/router.ts";

const root = document.getElementById("app");
if (!root) throw new Error("the document has no element #app.");
listenToKeys();
interceptLinks();
render(<App />, root);
