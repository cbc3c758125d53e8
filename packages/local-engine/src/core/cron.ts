import { Cron } from "croner";

/**
 * When a cron trigger fires next after `after` (milliseconds). `TZ=Europe/Paris 0 9 * * 1` names a time zone; UTC is
 * the default. Undefined when it never fires again.
 * @throws when the schedule or the time zone cannot be read.
 */
export function nextCronTime(schedule: string, after: number): number | undefined {
  const match = /^(?:CRON_)?TZ=(\S+)\s+(.+)$/.exec(schedule.trim());
  const cron = new Cron(match?.[2] ?? schedule, {
    timezone: match?.[1] ?? "UTC",
    paused: true,
    mode: "5-part",
  });
  return cron.nextRun(new Date(after))?.getTime();
}
