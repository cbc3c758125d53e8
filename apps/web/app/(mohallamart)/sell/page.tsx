import { newShopkeeperId } from "@org/commands/mohallamart/shopkeepers/apply-to-sell";
import type { Metadata } from "next";
import { ApplicationForm } from "#src/selling/application-form.tsx";

export const metadata: Metadata = { title: "Open a shop" };
/** Every form has an id of its own. */
export const dynamic = "force-dynamic";

export default function SellPage() {
  return (
    <div className="page narrow">
      <h1>Open your shop to the lane</h1>
      <p>
        Tell us about the shop. We verify who keeps it, mostly within two days, and then your neighbours find
        you here.
      </p>
      <ApplicationForm shopkeeperId={newShopkeeperId()} />
    </div>
  );
}
