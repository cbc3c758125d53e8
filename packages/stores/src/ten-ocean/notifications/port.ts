/** What a notification is about; residents choose for each how they hear of it. */
export type NotificationKind = "verification" | "community" | "maintenance" | "forum" | "announcement";

/** How a resident wants to hear of things. */
export interface Preferences {
  userId: string;
  channels: { email: boolean; push: boolean };
  digest: "daily" | "weekly" | "off";
}

export interface PreferenceStore {
  /** A resident who never chose has email and push on and the weekly digest. @throws UnknownResidentError */
  get(userId: string): Promise<Preferences>;
  /** @throws UnknownResidentError */
  update(userId: string, changes: Partial<Omit<Preferences, "userId">>): Promise<Preferences>;
}
