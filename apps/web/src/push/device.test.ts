import { describe, expect, it } from "vitest";
import { type DeviceMemory, followSession, storedMemory, turnOff, turnOn } from "./device.ts";
import type { OneSignalSdk } from "./one-signal.ts";

/** A browser in which what the SDK was asked is written down. */
function browser({ leave = true, supported = true, memory = { wantedBy: [] } as DeviceMemory } = {}) {
  const asked: string[] = [];
  let kept = memory;
  let permission = false;
  const say = async (what: string) => void asked.push(what);
  const sdk: OneSignalSdk = {
    init: () => say("init"),
    login: (id, token) => say(["login", id, token].filter(Boolean).join(" ")),
    logout: () => say("logout"),
    Notifications: {
      isPushSupported: () => supported,
      get permission() {
        return permission;
      },
      async requestPermission() {
        await say("ask");
        permission = leave;
      },
    },
    User: { PushSubscription: { optIn: () => say("opt in"), optOut: () => say("opt out") } },
  };
  const device = {
    load: async () => {
      asked.push("load");
      return sdk;
    },
    memory: {
      read: () => kept,
      write: (next: DeviceMemory) => {
        kept = next;
      },
    },
  };
  return { device, asked, kept: () => kept };
}

it("asks the browser when a person wants it, and ties it to them", async () => {
  const { device, asked, kept } = browser();
  expect(await turnOn(device, "user_1")).toBe("on");
  expect(asked).toEqual(["load", "ask", "login user_1", "opt in"]);
  expect(kept()).toEqual({ linked: "user_1", wantedBy: ["user_1"] });
});

it("proves who it is where the vendor's app asks for that", async () => {
  const { device, asked } = browser();
  expect(await turnOn(device, "user_1", "proof")).toBe("on");
  expect(asked).toContain("login user_1 proof");
});

it.each([
  [{ leave: false }, "refused"],
  [{ supported: false }, "unsupported"],
])("ties nobody to a browser that does not show them: %j", async (options, answer) => {
  const { device, asked, kept } = browser(options);
  expect(await turnOn(device, "user_1")).toBe(answer);
  expect(asked.filter((what) => /login|opt/.test(what))).toEqual([]);
  expect(kept()).toEqual({ wantedBy: [] });
});

describe("a page that is opened", () => {
  const linked = { linked: "user_1", wantedBy: ["user_1"] };

  it.each([undefined, "user_2"])(
    "loads nothing of the vendor for %s, who did not ask for it",
    async (userId) => {
      const { device, asked } = browser({ memory: { wantedBy: ["user_1"] } });
      await followSession(device, userId);
      expect(asked).toEqual([]);
    },
  );

  it("leaves the browser to whose it is", async () => {
    const { device, asked, kept } = browser({ memory: linked });
    await followSession(device, "user_1");
    expect(asked).toEqual(["load"]);
    expect(kept()).toEqual(linked);
  });

  it("brings the vendor the next proof of whose it is", async () => {
    const { device, asked, kept } = browser({ memory: linked });
    await followSession(device, "user_1", "proof");
    expect(asked).toEqual(["load", "login user_1 proof"]);
    expect(kept()).toEqual(linked);
  });

  it("unties it from who signed out, and ties it again when they sign in again", async () => {
    const { device, asked, kept } = browser({ memory: linked });
    await followSession(device, undefined);
    expect(asked).toEqual(["load", "logout"]);
    expect(kept()).toEqual({ wantedBy: ["user_1"] });
    await followSession(device, "user_1");
    expect(asked.slice(2)).toEqual(["load", "login user_1"]);
    expect(kept()).toEqual(linked);
  });

  it("unties it when somebody else signs in, and shows them nothing that they did not ask for", async () => {
    const { device, asked, kept } = browser({ memory: linked });
    await followSession(device, "user_2");
    expect(asked).toEqual(["load", "logout"]);
    expect(kept()).toEqual({ wantedBy: ["user_1"] });
  });

  it("tries again on the next page when it could not be untied", async () => {
    const { device, kept } = browser({ memory: linked });
    const away = { ...device, load: () => Promise.reject(new Error("away")) };
    await expect(followSession(away, undefined)).rejects.toThrow("away");
    expect(kept()).toEqual(linked);
  });
});

it("who wants no more is forgotten here", async () => {
  const { device, asked, kept } = browser({ memory: { linked: "user_1", wantedBy: ["user_1", "user_2"] } });
  await turnOff(device, "user_1");
  expect(asked).toEqual(["load", "opt out", "logout"]);
  expect(kept()).toEqual({ wantedBy: ["user_2"] });
});

it.each(["", "null", "[]", "{", '{"wantedBy":"user_1","linked":7}', '{"wantedBy":[7]}'])(
  "a memory of %j is none",
  (text) => {
    expect(storedMemory({ getItem: () => text, setItem: () => {} }).read()).toEqual({ wantedBy: [] });
  },
);

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

it("what is remembered is found again", () => {
  const memory = { linked: "ten-ocean:user_1", wantedBy: ["mohallamart:user_1", "ten-ocean:user_1"] };
  const kept = storedMemory(storage());
  kept.write(memory);
  expect(kept.read()).toEqual(memory);
});

it("a browser that was tied to an id of no product is tied to the customer's by the next page", async () => {
  const memory = storedMemory(storage());
  memory.write({ linked: "user_1", wantedBy: ["user_1"] });
  const { device, asked } = browser();
  await followSession({ ...device, memory }, "mohallamart:user_1");
  expect(asked).toEqual(["load", "logout", "login mohallamart:user_1"]);
  expect(memory.read()).toEqual({ linked: "mohallamart:user_1", wantedBy: ["mohallamart:user_1"] });
});
