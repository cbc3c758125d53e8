import type { NewAnnouncement } from "@org/stores/ten-ocean/port";
import type { TestBench } from "./test-bench.ts";

/** An announcement of the admin's, published on the bench's clock; nothing is emitted. */
export async function announce(
  { tenOcean }: TestBench,
  changes: Partial<NewAnnouncement> & { publishedAt?: string } = {},
): Promise<void> {
  const water = {
    announcementId: "ann_water",
    title: "Water off on Tuesday",
    body: "From nine to noon, for the new valve.",
    publishedBy: "admin_001",
    publishedAt: "2026-11-01T12:00:00.000Z",
  };
  await tenOcean.announcements.publish({ ...water, ...changes }, { emit: [] });
}

/** More people who live in the house: `user_0001` and so on, on every floor. */
export async function moveIn({ pool }: TestBench, howMany: number): Promise<void> {
  await pool.query(
    `insert into ten_ocean.residents (user_id, email, first_name, last_name, unit_id, status, standing)
     select 'user_' || number, 'resident' || number || '@residents.example', 'Resident', number,
       'unit_' || (number::int % 6 + 1) || 'A', 'verified', 'resident'
     from (select lpad(n::text, 4, '0') as number from generate_series(1, $1::int) n) numbers`,
    [howMany],
  );
}
