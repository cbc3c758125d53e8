import { expect, it } from "vitest";
import { createSystemClock } from "./clock.ts";

const hour = 3_600_000;
const noon = Date.UTC(2026, 10, 1, 12);

/** A computer whose clock somebody sets. */
function computer() {
  let elapsed = 0;
  let set = 0;
  const clock = createSystemClock({ wall: () => noon + elapsed + set, elapsed: () => elapsed });
  return {
    clock,
    /** What the engine takes for the calendar's time. */
    calendar: () => clock.now() - clock.ahead(),
    pass(milliseconds: number) {
      elapsed += milliseconds;
    },
    set(milliseconds: number) {
      set += milliseconds;
    },
  };
}

it("goes on when the computer's clock is set back, and tells what a calendar says", () => {
  const { clock, calendar, pass, set } = computer();
  pass(10_000);
  expect([clock.now(), calendar()]).toEqual([noon + 10_000, noon + 10_000]);
  set(-hour);
  pass(5_000);
  expect([clock.now(), calendar()]).toEqual([noon + 15_000, noon + 15_000 - hour]);
  pass(hour);
  expect(clock.now()).toBe(noon + 15_000 + hour);
});

it("notices a step back that is smaller than the time since it was looked at", () => {
  const { clock, pass, set } = computer();
  clock.now();
  pass(600_000);
  set(-300_000);
  expect(clock.now()).toBe(noon + 600_000);
});

it("follows a step forward, and is on time again when a step back is taken back", () => {
  const { clock, calendar, pass, set } = computer();
  set(hour);
  pass(1_000);
  expect(clock.now()).toBe(noon + hour + 1_000);
  set(-2 * hour);
  expect([clock.now() - noon, calendar() - noon]).toEqual([hour + 1_000, 1_000 - hour]);
  set(2 * hour);
  pass(1_000);
  expect([clock.now() - noon, calendar() - noon]).toEqual([hour + 2_000, hour + 2_000]);
});

it("never goes back by a little either, and keeps up with a clock that is slowed down", () => {
  const { clock, pass, set } = computer();
  clock.now();
  set(-200);
  expect(clock.now()).toBe(noon);
  pass(100);
  expect(clock.now()).toBe(noon);
  pass(200);
  expect(clock.now()).toBe(noon + 100);
});

it("begins no earlier than what was stored, unless that is out of all bounds", () => {
  const { clock, calendar, pass } = computer();
  clock.notBefore(noon - hour);
  expect(clock.now()).toBe(noon);
  clock.notBefore(noon + hour);
  pass(1_000);
  expect([clock.now(), calendar()]).toEqual([noon + hour + 1_000, noon + 1_000]);
  clock.notBefore(Date.UTC(2099, 0, 1));
  expect(clock.now()).toBe(noon + hour + 1_000);
});
