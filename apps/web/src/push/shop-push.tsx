import { currentLanguage } from "../language/current-language.ts";
import { labelsIn } from "../language/labels.ts";
import { PushCard } from "./push-card.tsx";
import { pushIdentity } from "./push-identity.ts";
import { pushSettings } from "./push-settings.ts";
import { pushWords, shopPushWords } from "./words.ts";

/** Asks whoever keeps a shop whether this device is to tell them of its orders. */
export async function ShopPush({ shopkeeperId }: { shopkeeperId: string }) {
  const settings = pushSettings();
  if (!settings) return null;
  return (
    <PushCard
      settings={settings}
      {...(await pushIdentity("mohallamart", shopkeeperId))}
      labels={labelsIn({ ...pushWords, ...shopPushWords }, await currentLanguage())}
    />
  );
}
