import { expect, it } from "vitest";
import { withinTime } from "./time-limit.ts";

/** The processor does something else for so long. */
function stand(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

it("ends what does not end by itself", () => {
  expect(() =>
    withinTime(20, () => {
      for (;;);
    }),
  ).toThrow("it took longer than 0.02 s");
});

it("holds it against nobody that the machine was busy with something else", () => {
  let began = 0;
  const answer = withinTime(40, () => {
    began += 1;
    if (began === 1) stand(60);
    return "done";
  });
  expect({ answer, began }).toEqual({ answer: "done", began: 2 });
});

it("waits for no machine for ever", () => {
  expect(() => withinTime(5, () => stand(1_000))).toThrow("it took longer than 0.005 s");
});
