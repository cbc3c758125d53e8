import type { Metadata } from "next";
import { doubtNotices, isDoubtNotice } from "#src/operations/doubt-paths.ts";
import { DoubtTable } from "#src/operations/doubt-table.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { operations } from "#src/stores.ts";

export const metadata: Metadata = { title: "Messages in doubt" };

/** The oldest first, so that the others are next when these are settled. */
const mostShown = 200;

export default async function MessagesInDoubtPage({
  searchParams,
}: PageProps<"/operations/messages-in-doubt">) {
  await requireRole("admin");
  const notice = [(await searchParams).notice].flat()[0];
  const { doubts } = operations();
  const [inDoubt, messages] = await Promise.all([doubts.count(), doubts.list({ limit: mostShown })]);
  return (
    <div className="page">
      <h1>Messages in doubt</h1>
      {isDoubtNotice(notice) && (
        <p className="notice" role="status">
          {doubtNotices[notice]}
        </p>
      )}
      <p>
        The vendor did not say whether it took these. They are asked for where their vendor can be asked, and
        settled by what it proves. Of the others somebody has to find out: look at the vendor, or ask the
        person.
      </p>
      {inDoubt > messages.length && (
        <p>
          These are the oldest {messages.length} of {inDoubt}.
        </p>
      )}
      {messages.length === 0 ? (
        <p className="notice">No message is in doubt.</p>
      ) : (
        <DoubtTable messages={messages} />
      )}
    </div>
  );
}
