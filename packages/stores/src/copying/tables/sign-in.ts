import { sessions, signInCodes } from "../../schema/platform.ts";
import { knownBrowsers, passkeyChallenges, passkeys, wrongCodes } from "../../schema/sign-in.ts";
import { tenOceanSubjectPrefix } from "../../sessions/subject.ts";
import { copied } from "../copied-table.ts";
import { group, same, time } from "../fields.ts";

/** Of customers, shopkeepers and staff, as `platform-stores/both/sign-in.ts` parts them. */
const mine = `coalesce(t.user_id, '') not like '${tenOceanSubjectPrefix}%'`;

export const signInTables = [
  copied({
    name: "sessions",
    table: sessions,
    mine,
    beside: ["session_id"],
    fields: {
      tokenHash: same("token_hash"),
      userId: same("user_id"),
      openedAt: time("created_at"),
      lastUsedAt: time("last_used_at"),
      expiresAt: time("expires_at"),
      standing: same("standing"),
      idleSeconds: same("idle_seconds"),
      provenBy: same("proven_by"),
      place: group({ browser: same("browser"), network: same("network") }),
    },
  }),
  copied({
    name: "knownBrowsers",
    table: knownBrowsers,
    mine,
    fields: { tokenHash: same("token_hash"), userId: same("user_id"), lastUsedAt: time("last_used_at") },
  }),
  copied({
    name: "passkeys",
    table: passkeys,
    mine,
    fields: {
      credentialId: same("credential_id"),
      userId: same("user_id"),
      name: same("name"),
      publicKey: same("public_key"),
      counter: same("counter"),
      transports: same("transports"),
      createdAt: time("created_at"),
      lastUsedAt: time("last_used_at"),
    },
  }),
  copied({
    name: "passkeyChallenges",
    table: passkeyChallenges,
    mine,
    fields: {
      tokenHash: same("token_hash"),
      challenge: same("challenge"),
      userId: same("user_id"),
      expiresAt: time("expires_at"),
    },
  }),
  // A code is an address's, whichever product its owner signs in to.
  copied({
    name: "signInCodes",
    table: signInCodes,
    isShared: true,
    fields: {
      subjectHash: same("subject_hash"),
      salt: same("salt"),
      codeHash: same("code_hash"),
      tries: same("tries"),
      long: same("long"),
      expiresAt: time("expires_at"),
    },
  }),
  copied({
    name: "wrongCodes",
    table: wrongCodes,
    isShared: true,
    fields: {
      counterHash: same("counter_hash"),
      wrong: same("wrong"),
      since: time("since"),
      lastAt: time("last_at"),
      heldUntil: time("held_until"),
      noticedAt: time("noticed_at"),
    },
  }),
];
