import type { OrderAccess } from "@org/commands/mohallamart/orders/order-access";
import type { OrderDetails } from "@org/stores/mohallamart/port";
import Link from "next/link";
import { currentWords } from "../language/current-words.ts";
import { joined } from "../language/joined.ts";
import { labelsIn } from "../language/labels.ts";
import { orderWords } from "../orders/words.ts";
import { signInPath } from "../session/sign-in-path.ts";
import { PushCard } from "./push-card.tsx";
import { pushIdentity } from "./push-identity.ts";
import { pushSettings } from "./push-settings.ts";
import { orderPushWords, pushWords } from "./words.ts";

interface OrderPushProps {
  order: Pick<OrderDetails, "orderId" | "userId">;
  access: OrderAccess;
}

/**
 * Asks whose order it is whether this device is to tell them of it. Not who has a link alone: a device is told all that
 * its person is told, and links are passed on.
 */
export async function OrderPush({ order: { orderId, userId }, access: { as } }: OrderPushProps) {
  const settings = pushSettings();
  if (!settings || (as !== "owner" && as !== "link")) return null;
  const { say, pieces, language } = await currentWords(orderWords);
  if (as === "owner") {
    const labels = labelsIn({ ...pushWords, ...orderPushWords }, language);
    const identity = await pushIdentity("mohallamart", userId);
    return <PushCard settings={settings} {...identity} labels={labels} />;
  }
  const next = signInPath("mohallamart", { next: `/orders/${orderId}` });
  const signIn = <Link href={next}>{say("signInCapital")}</Link>;
  return <p className="muted">{joined(pieces("pushAbout", { signIn }))}</p>;
}
