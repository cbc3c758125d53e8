import type { Attendee } from "@org/stores/ten-ocean/port";
import styles from "./answer-table.module.css";
import { fullName } from "./event-view.ts";

/** Every answer, in the order in which they came, for those who plan the event. */
export function AnswerTable({ attendance }: { attendance: readonly Attendee[] }) {
  return (
    <section className="card after-card" aria-labelledby="answers">
      <h2 id="answers">Answers</h2>
      {attendance.length === 0 ? (
        <p className="muted">Nobody has answered yet.</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Resident</th>
              <th scope="col">Answer</th>
              <th scope="col">Seats</th>
            </tr>
          </thead>
          <tbody>
            {attendance.map((attendee) => (
              <tr key={attendee.userId} data-attendee={attendee.userId}>
                <td>{fullName(attendee)}</td>
                <td>{answerName(attendee)}</td>
                <td>{attendee.seats}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function answerName({ response, seated }: Attendee): string {
  if (response === "maybe") return "Maybe";
  if (response === "declined") return "Not coming";
  return seated ? "Going" : "Waiting";
}
