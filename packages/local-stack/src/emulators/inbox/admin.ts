import type { Context, Hono } from "hono";
import * as z from "zod";
import type { Control } from "../control.ts";
import { faultSchema } from "../faults.ts";
import { isVendorName, type VendorName, vendorNames } from "../vendors.ts";

/** The routes over which tests and the operations console inject faults. */
export function addAdminRoutes(app: Hono, control: Control): void {
  app.use("/admin/*", async (context, next) => {
    // A form of another site can post here, but not as JSON; for other methods its browser asks first.
    const isJson = context.req.header("content-type")?.startsWith("application/json");
    if (context.req.method === "POST" && !isJson) {
      return context.json({ error: "Send a JSON body with content-type application/json." }, 415);
    }
    return next();
  });
  app.get("/admin/vendors", (context) => context.json({ data: control.state() }));
  app.post("/admin/vendors/:vendor/fail-next", async (context) => {
    const vendor = vendorIn(context);
    if (!vendor) return unknownVendor(context);
    const fault = faultSchema.safeParse(await jsonOf(context));
    if (!fault.success) return context.json({ error: z.prettifyError(fault.error) }, 400);
    control.failNext(vendor, fault.data);
    return context.json({ data: faultsOf(control, vendor) }, 201);
  });
  app.delete("/admin/vendors/:vendor/faults", (context) => {
    const vendor = vendorIn(context);
    if (!vendor) return unknownVendor(context);
    control.clearFaults(vendor);
    return context.json({ data: faultsOf(control, vendor) });
  });
  app.post("/admin/parcels", async (context) => {
    const partners = control.state().vendors.find(({ name }) => name === "partners");
    const body = JSON.stringify(await jsonOf(context));
    return fetch(`${partners?.url}/delivery/parcels`, { method: "POST", body });
  });
  app.put("/admin/rate-limits", async (context) => {
    const body = z.object({ enabled: z.boolean() }).safeParse(await jsonOf(context));
    if (!body.success) return context.json({ error: z.prettifyError(body.error) }, 400);
    control.setRateLimits(body.data.enabled);
    return context.json({ data: { enabled: control.state().rateLimits } });
  });
  app.post("/admin/reset", async (context) => {
    await control.reset();
    return context.json({ data: "empty" });
  });
}

function vendorIn(context: Context): VendorName | undefined {
  const name = context.req.param("vendor") ?? "";
  return isVendorName(name) ? name : undefined;
}

function unknownVendor(context: Context): Response {
  return context.json({ error: `Vendors are ${vendorNames.join(", ")}.` }, 404);
}

function faultsOf(control: Control, vendor: VendorName) {
  return control.state().vendors.find(({ name }) => name === vendor)?.faults;
}

async function jsonOf(context: Context): Promise<unknown> {
  return context.req.json().catch(() => undefined);
}
