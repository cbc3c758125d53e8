import { setImmediate as nextTurn } from "node:timers/promises";
import type { Engine } from "../engine/engine.ts";
import { readRegistration } from "../protocol/registration.ts";
import type { ConnectOptions } from "./connect.ts";

/** @param engine the engine that the workers work for, which is made with the transport that reaches them. */
export function enginePorts(engine: () => Engine): Pick<ConnectOptions, "register" | "stored"> {
  return {
    async register(registration) {
      await engine().register(readRegistration(registration, engine().now()));
    },
    async stored() {
      // The answer reaches the engine within this turn; storing nothing after it resolves when it is stored.
      await nextTurn();
      await engine().send([]);
    },
  };
}
