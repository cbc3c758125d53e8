/** What the cache asks of a Redis, however it is reached. Every method is one round trip and throws `IntegrationError`. */
export interface RedisCommands {
  /** GET */
  get(key: string): Promise<string | null>;
  /** SET with PX. */
  set(key: string, value: string, ttl: number): Promise<void>;
  /** DEL */
  delete(keys: readonly string[]): Promise<void>;
  /** MGET */
  getAll(keys: readonly string[]): Promise<(string | null)[]>;
  /** In one transaction, for each key: SET with NX and PX, PEXPIRE; then MGET of all. */
  getOrSetAll(keys: readonly string[], value: string, ttl: number): Promise<(string | null)[]>;
  /** In one transaction: SET 0 with NX and PX, INCR, PTTL. `ttl` is what PTTL answers. */
  count(key: string, window: number): Promise<{ count: number; ttl: number }>;
}
