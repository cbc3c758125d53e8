/** A message in the user's inbox on the site, whatever channels it went out on besides. */
export interface Notification {
  /** Chosen by the caller: the id of the event that caused it. */
  notificationId: string;
  userId: string;
  /** As `order.delivered`. */
  type: string;
  title: string;
  body: string;
  data?: Record<string, string | number | boolean>;
  createdAt: string;
  readAt?: string;
}

export interface Notifications {
  /** @returns false when the id exists; nothing is changed then. @throws UnknownUserError */
  add(notification: Omit<Notification, "createdAt" | "readAt">): Promise<boolean>;
  get(notificationId: string): Promise<Notification | undefined>;
  /** Latest first; at most `limit` (default 50). */
  list(options: { userId: string; unreadOnly?: boolean; limit?: number }): Promise<Notification[]>;
  /** @returns false when the user has no such unread notification. */
  markRead(userId: string, notificationId: string): Promise<boolean>;
}
