/** Hears of state changes as they are committed, whichever process made them. */
export interface ChangeListener {
  /** Calls back when something about the subject (an order's, a user's or a topic's id) may have changed. @returns what ends it */
  listen(subject: string, onChange: () => void): () => void;
  /** Whether it hears; while it does not, those who listen have to look by themselves. */
  readonly isListening: boolean;
  close(): Promise<void>;
}
