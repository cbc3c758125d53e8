import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { registerResidents, type TenOceanBench } from "../contract/bench.ts";
import { UnknownResidentError } from "../verification/errors.ts";

export function preferenceContract(bench: TenOceanBench): void {
  const { preferences } = bench.stores;

  it("preferences have defaults and are changed in parts", async () => {
    await registerResidents(bench, 1);
    const defaults = { userId: "user_1", channels: { email: true, push: true }, digest: "weekly" };
    expect(await preferences.get("user_1")).toEqual(defaults);
    expect(await preferences.update("user_1", {})).toEqual(defaults);
    expect(await preferences.update("user_1", { digest: "off" })).toEqual({ ...defaults, digest: "off" });
    const noPush = { email: true, push: false };
    await preferences.update("user_1", { channels: noPush });
    expect(await preferences.get("user_1")).toEqual({ ...defaults, channels: noPush, digest: "off" });
    expect(await failureOf(preferences.get("user_9"))).toBeInstanceOf(UnknownResidentError);
    expect(await failureOf(preferences.update("user_9", {}))).toBeInstanceOf(UnknownResidentError);
  });
}
