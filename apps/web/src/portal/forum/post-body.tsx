import styles from "./forum.module.css";
import { toPostParts } from "./post-parts.ts";

interface PostBodyProps {
  body: string;
  names: Readonly<Record<string, string>>;
  /** Who reads: their own name stands out. */
  readerId: string;
}

/** What a post says; nothing in it is markup. */
export function PostBody({ body, names, readerId }: PostBodyProps) {
  let offset = 0;
  return (
    <div className={styles.body} dir="auto">
      {toPostParts(body, names).map((part) => {
        const key = offset;
        offset += part.text.length;
        if (part.kind === "text") return part.text;
        if (part.kind === "mention") {
          return (
            <strong key={key} className={styles.mention} data-me={part.userId === readerId || undefined}>
              {part.text}
            </strong>
          );
        }
        return (
          <a key={key} href={part.url} rel="nofollow noopener noreferrer ugc">
            {part.text}
          </a>
        );
      })}
    </div>
  );
}
