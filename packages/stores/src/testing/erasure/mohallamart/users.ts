import { columnsOf } from "../columns.ts";
import type { RowsOwner } from "../rows.ts";
import { at, type ErasedPart, thing, word } from "./part.ts";
import { placeOf } from "./places.ts";

/** Accounts, and what is kept of them alone. */
export const erasedUsers: ErasedPart = {
  decisions: {
    ...columnsOf("mohallamart.users", "user_id name email phone", "erased"),
    ...columnsOf("mohallamart.closed_accounts", "user_id", {
      id: "So that nothing opens an account under it again.",
    }),
    ...columnsOf("mohallamart.preferences", "user_id language area", "erased"),
    ...columnsOf("mohallamart.unsubscribe_tokens", "user_id token", "erased"),
    ...columnsOf("mohallamart.preferences", "quiet_from quiet_to", word),
    ...columnsOf("mohallamart.consents", "user_id", "erased"),
    ...columnsOf("mohallamart.consents", "channel source", word),
    ...columnsOf("mohallamart.notifications", "user_id title body data", "erased"),
    ...columnsOf("mohallamart.notifications", "notification_id", thing),
    ...columnsOf("mohallamart.notifications", "type", word),
    ...columnsOf("mohallamart.saved_addresses", "user_id name phone line1 line2 landmark pin_code", "erased"),
    ...columnsOf("mohallamart.saved_addresses", "address_id", thing),
  },
  common: [],
  rowsOf(owner) {
    const { userId, tag, words } = owner;
    const account = {
      ...{ user_id: userId, name: words("name"), email: `${words("email")}@example.com` },
      ...{ phone: words("phone"), created_at: at, revision: 1 },
    };
    const channels = { by_email: true, by_sms: true, by_push: true };
    const message = {
      ...{ title: words("title"), body: words("body") },
      ...{ data: { text: words("data") }, created_at: at },
    };
    return [
      ["mohallamart.users", account],
      [
        "mohallamart.preferences",
        { user_id: userId, language: words("language"), area: words("area"), ...channels },
      ],
      ["mohallamart.saved_addresses", savedAddressOf(owner)],
      ["mohallamart.unsubscribe_tokens", { user_id: userId, token: words(`token-${tag}`) }],
      ["mohallamart.consents", { user_id: userId, channel: "email", granted: true, source: "link", at }],
      ["mohallamart.notifications", { notification_id: `n_${tag}`, user_id: userId, type: "t", ...message }],
    ];
  },
};

function savedAddressOf(owner: RowsOwner) {
  const { userId, tag, words } = owner;
  const recipient = { user_id: userId, name: words("recipient"), phone: words("recipient-phone") };
  return { address_id: `adr_${tag}`, ...recipient, ...placeOf(owner), used_at: at };
}
