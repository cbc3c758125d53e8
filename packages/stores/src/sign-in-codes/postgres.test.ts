import { describe, expect, it, vi } from "vitest";
import { testDatabase } from "../testing/database.ts";
import { hashOf } from "../token.ts";
import { signInCodeContract } from "./contract.ts";
import { noticeAfter, wrongCodePolicies } from "./policy.ts";
import type { WrongCodeCounter } from "./port.ts";
import { postgresSignInCodes } from "./postgres.ts";

const { pool } = await testDatabase();
const codes = postgresSignInCodes(pool);
const inTenMinutes = () => new Date(Date.now() + 600_000).toISOString();

signInCodeContract("Postgres", codes);

it("the table holds neither a code nor whose it is", async () => {
  const code = await codes.issue("asha@example.com", inTenMinutes());
  const { rows } = await pool.query("select subject_hash, salt, code_hash from platform.sign_in_codes");
  expect(JSON.stringify(rows)).not.toContain("asha@example.com");
  expect(rows.flatMap((row) => Object.values(row))).not.toContain(code);
});

it("issuing a code removes those that nobody used", async () => {
  for (let n = 0; n < 3; n++) await codes.issue(`old${n}`, new Date(Date.now() - 1_000).toISOString());
  await codes.issue("new", inTenMinutes());
  const { rows } = await pool.query("select from platform.sign_in_codes where expires_at < now()");
  expect(rows).toHaveLength(0);
});

describe("a stretch of wrong codes", () => {
  const { free } = wrongCodePolicies.address;
  const isWrong = async (counter: WrongCodeCounter) => {
    const code = await codes.issue("guessed", inTenMinutes());
    const wrong = code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
    return (await codes.redeem("guessed", wrong, [counter])) === "wrong";
  };
  /** Lets time pass. */
  const wait = (interval: string) =>
    pool.query(
      `update platform.wrong_codes set since = since - $1::interval, last_at = last_at - $1::interval,
         held_until = held_until - $1::interval`,
      [interval],
    );
  const guess = async (counter: WrongCodeCounter, times: number) => {
    for (let n = 0; n < times; n += 1) expect(await isWrong(counter)).toBe(true);
    expect(await isWrong(counter)).toBe(false);
  };

  it("does not hold who began before another and had a turn after it", async () => {
    const counter = { kind: "address", of: "overtaken" } as const;
    const code = await codes.issue("overtaken", inTenMinutes());
    const holder = await pool.connect();
    await holder.query("begin");
    const row = "select from platform.sign_in_codes where subject_hash = $1 for update";
    await holder.query(row, [hashOf("overtaken")]);
    const overtaken = codes.redeem("overtaken", `${code}0`, [counter]);
    const waiting =
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    await vi.waitUntil(async () => (await pool.query(waiting)).rowCount === 1, { timeout: 10_000 });
    expect(await isWrong(counter)).toBe(true);
    await holder.query("rollback");
    holder.release();
    expect(await overtaken).toBe("wrong");
  });

  it("allows one more after each wait, and each wait is longer", async () => {
    const counter = { kind: "address", of: "waiting" } as const;
    await guess(counter, free);
    for (const seconds of [30, 60, 120]) {
      await wait(`${seconds - 2} seconds`);
      expect(await isWrong(counter)).toBe(false);
      await wait("3 seconds");
      await guess(counter, 1);
    }
    expect(await codes.issue("owner", inTenMinutes(), [counter])).toHaveLength(12);
    await wait("5 minutes");
    expect(await codes.issue("owner", inTenMinutes(), [counter])).toHaveLength(6);
  });

  it("goes on over days, and is over after a week without one", async () => {
    const counter = { kind: "address", of: "over days" } as const;
    await guess(counter, free);
    for (let days = 0; days < 3; days += 1) {
      await wait("3 days");
      await guess(counter, 1);
    }
    await wait("7 days 1 minute");
    await guess(counter, free);
  });

  it("of a network is over after a day, whatever goes on", async () => {
    const counter = { kind: "network", of: "busy" } as const;
    const { free: ofNetwork } = wrongCodePolicies.network;
    await guess(counter, ofNetwork);
    await wait("23 hours");
    await guess(counter, 1);
    await wait("1 hour 1 minute");
    await guess(counter, ofNetwork);
  }, 60_000);

  it("is told of again when it is a new one", async () => {
    const counter = { kind: "network", of: "told" } as const;
    const stretch = async () => {
      for (let n = 0; n < noticeAfter; n += 1) expect(await isWrong(counter)).toBe(true);
    };
    await stretch();
    const first = await codes.takeNotice(counter);
    await wait("1 day 1 minute");
    await stretch();
    const second = await codes.takeNotice(counter);
    expect([first?.wrong, second?.wrong]).toEqual([noticeAfter, noticeAfter]);
    expect(second?.since).not.toBe(first?.since);
  });

  it("is deleted once it is over, and holds no address", async () => {
    await isWrong({ kind: "address", of: "asha@example.com" });
    const { rows } = await pool.query("select * from platform.wrong_codes");
    expect(JSON.stringify(rows)).not.toContain("asha@example.com");
    await wait("8 days");
    await codes.issue("anyone", inTenMinutes());
    expect((await pool.query("select from platform.wrong_codes")).rowCount).toBe(0);
  });
});
