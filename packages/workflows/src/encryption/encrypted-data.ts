import { personalFieldsOf } from "@org/events";
import { catalogues } from "@org/events/catalogues";
import { Middleware } from "inngest";
import { type Cipher, createCipher } from "./cipher.ts";

/** The top fields of each event below which personal data is. */
const personal: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  catalogues
    .flatMap(({ definitions }) => definitions)
    .map((definition) => {
      const fields = personalFieldsOf(definition).map(({ path }) => path.split(/[.[]/)[0] ?? path);
      return [definition.event, new Set(fields)];
    }),
);

const none: Cipher = createCipher({});

/**
 * Keeps from the engine what steps and functions return: it gets that encrypted, and functions see it as it was. First of
 * a client's middleware, so that the others see what functions see.
 */
export class EncryptedData extends Middleware.BaseMiddleware {
  readonly id = "encrypted-data";

  protected readonly cipher: Cipher = none;

  override transformFunctionInput(
    input: Middleware.TransformFunctionInputArgs,
  ): Middleware.TransformFunctionInputArgs {
    const { event, events } = input.ctx;
    return {
      ...input,
      ctx: { ...input.ctx, event: this.readable(event), events: this.readable(events) },
    };
  }

  override async wrapFunctionHandler({ next }: Middleware.WrapFunctionHandlerArgs): Promise<unknown> {
    return this.cipher.encrypt(await next());
  }

  override async wrapStepHandler({ next }: Middleware.WrapStepHandlerArgs): Promise<unknown> {
    return this.cipher.encrypt(await next());
  }

  override async wrapStep({ next }: Middleware.WrapStepArgs): Promise<unknown> {
    return this.cipher.decrypt(await next());
  }

  /** Guarantee: what the cipher gives back has the shape that was encrypted. */
  private readable<Value>(value: Value): Value {
    return this.cipher.decrypt(value) as Value;
  }
}

/**
 * Encrypts the personal fields of what is sent; all others stay as they are, since the engine's expressions read them. Last of
 * a client's middleware, so that what is kept of them here is what was sent.
 */
export class EncryptedEvents extends Middleware.BaseMiddleware {
  readonly id = "encrypted-events";

  protected readonly cipher: Cipher = none;

  override transformSendEvent(sending: Middleware.TransformSendEventArgs) {
    const events = sending.events.map((event) => ({ ...event, data: this.hidden(event.name, event.data) }));
    return { ...sending, events };
  }

  /** A replay's payload holds whole events. */
  override transformStepInput(step: Middleware.TransformStepInputArgs): Middleware.TransformStepInputArgs {
    if (step.stepInfo.stepType !== "invoke") return step;
    const input = step.input.map((each) => {
      const payload = Object(Object(each).payload);
      const replayed: unknown = Object(payload.data).replayedEvents;
      if (!Array.isArray(replayed)) return each;
      const data = {
        ...this.hidden(String(Object(replayed[0]).name), payload.data),
        replayedEvents: this.cipher.encrypt(replayed),
      };
      return { ...Object(each), payload: { ...payload, data } };
    });
    return { ...step, input };
  }

  private hidden<Data extends object | undefined>(name: string, data: Data): Data {
    const fields = personal.get(name);
    if (!data || !fields || fields.size === 0) return data;
    const entries = Object.entries(data).map(([field, value]) => [
      field,
      fields.has(field) ? this.cipher.encrypt(value) : value,
    ]);
    return Object.fromEntries(entries);
  }
}

export function encryptedData(cipher: Cipher | undefined): typeof EncryptedData {
  return class extends EncryptedData {
    protected override readonly cipher = cipher ?? none;
  };
}

export function encryptedEvents(cipher: Cipher | undefined): typeof EncryptedEvents {
  return class extends EncryptedEvents {
    protected override readonly cipher = cipher ?? none;
  };
}
