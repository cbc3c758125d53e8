/* Written by `pnpm --filter @org/stores convex:generate`. */

import type { ApiFromModules, FilterApi, FunctionReference } from "convex/server";

/** What adapters may call; the sources lie outside of what is published. */
export type Functions = FilterApi<ApiFromModules<Modules>, FunctionReference<any, "public">>;

interface Modules {
  addresses: {
    ofOrders: import("convex/server").RegisteredQuery<"public", {
    orderIds: string[];
    serviceKey: string;
}, Promise<{
    orderId: string;
    address: {
        landmark?: string | undefined;
        line1: string;
        line2?: string | undefined;
        pinCode: string;
    };
}[]>>;
    list: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    userId: string;
}, Promise<{
    addressId: string;
    name: string;
    phone: string;
    line1: string;
    line2: string | undefined;
    landmark: string | undefined;
    pinCode: string;
}[]>>;
    save: import("convex/server").RegisteredMutation<"public", {
    address: {
        landmark?: string | undefined;
        line1: string;
        line2?: string | undefined;
        name: string;
        phone: string;
        pinCode: string;
    };
    addressId: string;
    serviceKey: string;
    userId: string;
}, Promise<boolean>>;
    forget: import("convex/server").RegisteredMutation<"public", {
    addressId: string;
    serviceKey: string;
    userId: string;
}, Promise<boolean>>;
  };
  analytics: {
    record: import("convex/server").RegisteredMutation<"public", {
    events: {
        at: number;
        counts: {
            cancelledPaise: number;
            cartsFilled: number;
            checkoutsStarted: number;
            orders: number;
            ordersCancelled: number;
            pageViews: number;
            revenuePaise: number;
            searchConversions: number;
            searches: number;
        };
        event: string;
        eventId: string;
        properties: string;
        sessionId?: string | undefined;
        userId?: string | undefined;
        visit: {
            filledCart: boolean;
            ordered: boolean;
            startedCheckout: boolean;
        };
    }[];
    serviceKey: string;
}, Promise<number>>;
    buckets: import("convex/server").RegisteredQuery<"public", {
    bucket: "day" | "hour";
    from: number;
    serviceKey: string;
    to: number;
}, Promise<{
    buckets: {
        start: number;
        counts: {
            cancelledPaise: number;
            cartsFilled: number;
            checkoutsStarted: number;
            orders: number;
            ordersCancelled: number;
            pageViews: number;
            revenuePaise: number;
            searchConversions: number;
            searches: number;
        };
        visits: {
            abandoned: number;
            filledCart: number;
            milliseconds: number;
            ordered: number;
            startedCheckout: number;
            visits: number;
        };
    }[];
    next: number | null;
}>>;
    buyers: import("convex/server").RegisteredQuery<"public", {
    cursor: string | null;
    from: number;
    serviceKey: string;
    to: number;
}, Promise<{
    userIds: string[];
    next: string | null;
}>>;
    emptySearches: import("convex/server").RegisteredQuery<"public", {
    cursor: string | null;
    from: number;
    serviceKey: string;
    to: number;
}, Promise<{
    searches: {
        query: string;
        sessionId: string;
    }[];
    next: string | null;
}>>;
    features: import("convex/server").RegisteredQuery<"public", {
    after: string;
    limit: number;
    serviceKey: string;
}, Promise<{
    userId: string;
    counts: {
        cancelledPaise: number;
        cartsFilled: number;
        checkoutsStarted: number;
        orders: number;
        ordersCancelled: number;
        pageViews: number;
        revenuePaise: number;
        searchConversions: number;
        searches: number;
    };
    sessions: number;
    firstAt: number;
    lastAt: number;
}[]>>;
  };
  cascades: {
    event: import("convex/server").RegisteredQuery<"public", {
    id: string;
    serviceKey: string;
}, Promise<{
    acceptedAt?: number | undefined;
    createdAt: number;
    id: string;
    lastError?: string | undefined;
    name: string;
    payload: string;
    position: number;
} | null>>;
    eventsMentioning: import("convex/server").RegisteredQuery<"public", {
    before: number | null;
    serviceKey: string;
    texts: string[];
}, Promise<{
    events: {
        acceptedAt?: number | undefined;
        createdAt: number;
        id: string;
        lastError?: string | undefined;
        name: string;
        payload: string;
        position: number;
    }[];
    next: number | null;
}>>;
    functionsOf: import("convex/server").RegisteredQuery<"public", {
    ids: string[];
    serviceKey: string;
}, Promise<{
    eventId: string;
    functionId: string;
    ended: boolean;
}[]>>;
    lettersMentioning: import("convex/server").RegisteredQuery<"public", {
    after: string;
    serviceKey: string;
    texts: string[];
}, Promise<{
    letters: {
        app: string;
        attempts?: number | undefined;
        error: {
            frames?: string[] | undefined;
            message: string;
            name: string;
        };
        events: string;
        nextReplayAt?: number | undefined;
        position: string;
        replayOf?: string | undefined;
        replayRunId?: string | undefined;
        replays?: number | undefined;
        runId: string;
        settledAt?: number | undefined;
        status: "discarded" | "open" | "replayed";
        workflow: string;
    }[];
    next: string | null;
}>>;
  };
  checkouts: {
    open: import("convex/server").RegisteredMutation<"public", {
    checkout: {
        address?: {
            landmark?: string | undefined;
            line1: string;
            line2?: string | undefined;
            pinCode: string;
        } | undefined;
        customer: {
            email: string;
            name: string;
            phone?: string | undefined;
        };
        expiresAt: string;
        items: {
            productId: string;
            quantity: number;
        }[];
        language?: string | undefined;
        orderId: string;
        paymentOrderId: string;
        shopId: string;
        total: number;
        visitId?: string | undefined;
    };
    serviceKey: string;
}, Promise<boolean>>;
    get: import("convex/server").RegisteredQuery<"public", {
    orderId: string;
    serviceKey: string;
}, Promise<{
    address?: {
        landmark?: string | undefined;
        line1: string;
        line2?: string | undefined;
        pinCode: string;
    } | undefined;
    customer: {
        email: string;
        name: string;
        phone?: string | undefined;
    };
    expiresAt: string;
    items: {
        productId: string;
        quantity: number;
    }[];
    language?: string | undefined;
    orderId: string;
    paymentOrderId: string;
    shopId: string;
    status: "open";
    total: number;
    visitId?: string | undefined;
} | {
    expiresAt: string;
    items: {
        productId: string;
        quantity: number;
    }[];
    language?: string | undefined;
    orderId: string;
    paymentOrderId: string;
    shopId: string;
    status: "placed";
    total: number;
} | {
    expiresAt: string;
    items: {
        productId: string;
        quantity: number;
    }[];
    language?: string | undefined;
    orderId: string;
    paymentOrderId: string;
    refusal: string;
    shopId: string;
    status: "refused";
    total: number;
} | null>>;
    findByPayment: import("convex/server").RegisteredQuery<"public", {
    paymentOrderId: string;
    serviceKey: string;
}, Promise<{
    address?: {
        landmark?: string | undefined;
        line1: string;
        line2?: string | undefined;
        pinCode: string;
    } | undefined;
    customer: {
        email: string;
        name: string;
        phone?: string | undefined;
    };
    expiresAt: string;
    items: {
        productId: string;
        quantity: number;
    }[];
    language?: string | undefined;
    orderId: string;
    paymentOrderId: string;
    shopId: string;
    status: "open";
    total: number;
    visitId?: string | undefined;
} | {
    expiresAt: string;
    items: {
        productId: string;
        quantity: number;
    }[];
    language?: string | undefined;
    orderId: string;
    paymentOrderId: string;
    shopId: string;
    status: "placed";
    total: number;
} | {
    expiresAt: string;
    items: {
        productId: string;
        quantity: number;
    }[];
    language?: string | undefined;
    orderId: string;
    paymentOrderId: string;
    refusal: string;
    shopId: string;
    status: "refused";
    total: number;
} | null>>;
    refuse: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    orderId: string;
    paymentId?: string | undefined;
    refusal: string;
    serviceKey: string;
}, Promise<{
    address?: {
        landmark?: string | undefined;
        line1: string;
        line2?: string | undefined;
        pinCode: string;
    } | undefined;
    customer: {
        email: string;
        name: string;
        phone?: string | undefined;
    };
    expiresAt: string;
    items: {
        productId: string;
        quantity: number;
    }[];
    language?: string | undefined;
    orderId: string;
    paymentOrderId: string;
    shopId: string;
    status: "open";
    total: number;
    visitId?: string | undefined;
} | {
    expiresAt: string;
    items: {
        productId: string;
        quantity: number;
    }[];
    language?: string | undefined;
    orderId: string;
    paymentOrderId: string;
    shopId: string;
    status: "placed";
    total: number;
} | {
    expiresAt: string;
    items: {
        productId: string;
        quantity: number;
    }[];
    language?: string | undefined;
    orderId: string;
    paymentOrderId: string;
    refusal: string;
    shopId: string;
    status: "refused";
    total: number;
} | null>>;
    released: import("convex/server").RegisteredQuery<"public", {
    paymentId: string;
    serviceKey: string;
}, Promise<{
    paymentId: string;
    orderId: string;
    shopId: string;
    amount: number;
    refusal: string;
    language: string | undefined;
    customer?: {
        name: string;
        email: string;
    } | undefined;
} | null>>;
  };
  copying: {
    progress: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
}, Promise<{
    copied: number;
    cursor?: string | undefined;
    source: string;
    state: "compared" | "copying";
    table: string;
}[]>>;
    filled: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    tables: string[];
}, Promise<string[]>>;
    begin: import("convex/server").RegisteredMutation<"public", {
    serviceKey: string;
    source: string;
    tables: string[];
}, Promise<null>>;
    write: import("convex/server").RegisteredMutation<"public", {
    after: string | null;
    cursor: string;
    documents: {
        beside?: string | undefined;
        document: string;
    }[];
    serviceKey: string;
    table: string;
}, Promise<{
    cursor: string | null;
    copied: number;
}>>;
    finish: import("convex/server").RegisteredMutation<"public", {
    serviceKey: string;
}, Promise<null>>;
    page: import("convex/server").RegisteredQuery<"public", {
    after: number;
    limit: number;
    serviceKey: string;
    table: string;
}, Promise<{
    documents: {
        document: string;
        beside: string | undefined;
    }[];
    next: number | null;
}>>;
    count: import("convex/server").RegisteredQuery<"public", {
    after: number;
    limit: number;
    serviceKey: string;
    table: string;
}, Promise<{
    count: number;
    next: number | null;
}>>;
    clear: import("convex/server").RegisteredMutation<"public", {
    serviceKey: string;
    table: string;
}, Promise<boolean>>;
  };
  deadLetterForgetting: {
    forget: import("convex/server").RegisteredMutation<"public", {
    after: string;
    app?: string | undefined;
    ids: string[];
    impersonal: string[];
    serviceKey: string;
}, Promise<{
    changed: number;
    next: string | null;
}>>;
  };
  deadLetters: {
    record: import("convex/server").RegisteredMutation<"public", {
    app: string;
    attempts?: number | undefined;
    error: {
        frames?: string[] | undefined;
        message: string;
        name: string;
    };
    events: string;
    nextReplayAt?: number | undefined;
    position: string;
    replayOf?: string | undefined;
    replays?: number | undefined;
    runId: string;
    serviceKey: string;
    workflow: string;
}, Promise<boolean>>;
    get: import("convex/server").RegisteredQuery<"public", {
    runId: string;
    serviceKey: string;
}, Promise<{
    app: string;
    attempts?: number | undefined;
    error: {
        frames?: string[] | undefined;
        message: string;
        name: string;
    };
    events: string;
    nextReplayAt?: number | undefined;
    position: string;
    replayOf?: string | undefined;
    replayRunId?: string | undefined;
    replays?: number | undefined;
    runId: string;
    settledAt?: number | undefined;
    status: "discarded" | "open" | "replayed";
    workflow: string;
} | null>>;
    list: import("convex/server").RegisteredQuery<"public", {
    before: string;
    filter: {
        app?: string | undefined;
        replayOf?: string | undefined;
        status?: "discarded" | "open" | "replayed" | undefined;
        workflow?: string | undefined;
    };
    from?: string | undefined;
    limit: number;
    serviceKey: string;
}, Promise<{
    letters: {
        app: string;
        attempts?: number | undefined;
        error: {
            frames?: string[] | undefined;
            message: string;
            name: string;
        };
        events: string;
        nextReplayAt?: number | undefined;
        position: string;
        replayOf?: string | undefined;
        replayRunId?: string | undefined;
        replays?: number | undefined;
        runId: string;
        settledAt?: number | undefined;
        status: "discarded" | "open" | "replayed";
        workflow: string;
    }[];
    next: string | null;
}>>;
    openByWorkflow: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
}, Promise<{
    app: string;
    workflow: string;
    open: number;
    position: string;
}[]>>;
    count: import("convex/server").RegisteredQuery<"public", {
    after: boolean;
    app: string;
    from: string;
    serviceKey: string;
    workflow: string;
}, Promise<{
    failed: number;
    next: string | null;
}>>;
    markReplayed: import("convex/server").RegisteredMutation<"public", {
    replayRunId: string;
    runId: string;
    serviceKey: string;
}, Promise<boolean>>;
    discard: import("convex/server").RegisteredMutation<"public", {
    runId: string;
    serviceKey: string;
}, Promise<boolean>>;
    reopen: import("convex/server").RegisteredMutation<"public", {
    replayRunId: string;
    runId: string;
    serviceKey: string;
}, Promise<boolean>>;
  };
  deliveries: {
    record: import("convex/server").RegisteredMutation<"public", {
    deliveries: {
        channel: "email" | "push" | "sms";
        key: string;
        messageId?: string | undefined;
        reason?: string | undefined;
        recipient: "admin" | "customer" | "resident" | "shopkeeper";
        status: "failed" | "sent" | "unknown";
        subject: string;
        workflow: string;
    }[];
    events: {
        id: string;
        name: string;
        orderingKey?: string | undefined;
        payload: string;
        sessionId?: string | undefined;
        subjects?: string[] | undefined;
        userId?: string | undefined;
    }[];
    run?: {
        app: string;
        events: string;
        runId: string;
        workflow: string;
    } | undefined;
    serviceKey: string;
}, Promise<null>>;
    getMany: import("convex/server").RegisteredQuery<"public", {
    keys: string[];
    serviceKey: string;
}, Promise<{
    key: string;
    subject: string;
    workflow: string;
    recipient: "admin" | "customer" | "resident" | "shopkeeper";
    channel: "email" | "push" | "sms";
    status: "failed" | "sent" | "unknown";
    messageId: string | undefined;
    reason: string | undefined;
    recordedAt: string;
    report?: {
        state: "bounced" | "complained" | "delivered" | "opted-out" | "undelivered";
        at: string;
    } | undefined;
}[]>>;
    withMessage: import("convex/server").RegisteredQuery<"public", {
    channel: "email" | "push" | "sms";
    messageId: string;
    serviceKey: string;
}, Promise<{
    key: string;
    subject: string;
    workflow: string;
    recipient: "admin" | "customer" | "resident" | "shopkeeper";
    channel: "email" | "push" | "sms";
    status: "failed" | "sent" | "unknown";
    messageId: string | undefined;
    reason: string | undefined;
    recordedAt: string;
    report?: {
        state: "bounced" | "complained" | "delivered" | "opted-out" | "undelivered";
        at: string;
    } | undefined;
} | null>>;
    ofSubject: import("convex/server").RegisteredQuery<"public", {
    cursor: string | null;
    limit: number;
    serviceKey: string;
    subject: string;
}, Promise<{
    deliveries: {
        key: string;
        subject: string;
        workflow: string;
        recipient: "admin" | "customer" | "resident" | "shopkeeper";
        channel: "email" | "push" | "sms";
        status: "failed" | "sent" | "unknown";
        messageId: string | undefined;
        reason: string | undefined;
        recordedAt: string;
        report?: {
            state: "bounced" | "complained" | "delivered" | "opted-out" | "undelivered";
            at: string;
        } | undefined;
    }[];
    next: string | null;
}>>;
    perChannel: import("convex/server").RegisteredQuery<"public", {
    cursor: string | null;
    from: number;
    serviceKey: string;
    status: "failed" | "sent" | "unknown";
    to: number;
}, Promise<{
    counts: {
        email: number;
        sms: number;
        push: number;
    };
    next: string | null;
}>>;
  };
  deliveryReports: {
    take: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    holder: string;
    reports: ({
        at: number;
        channel: "email" | "push" | "sms";
        endedHash?: string | undefined;
        messageId: string;
        reference?: string | undefined;
        state: "bounced" | "complained" | "delivered" | "opted-out" | "undelivered";
    } | {
        addressHash: string;
        channel: "email" | "push" | "sms";
        messageId?: string | undefined;
        wants: boolean;
    })[];
    serviceKey: string;
    staleAfter: number;
}, Promise<null>>;
  };
  deployment: {
    version: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
}, Promise<number>>;
  };
  doubts: {
    list: import("convex/server").RegisteredQuery<"public", {
    limit: number;
    serviceKey: string;
    staleAfter: number;
}, Promise<{
    key: string;
    reason: string | undefined;
    since: number;
    asked: number;
    told: boolean;
}[]>>;
    count: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    staleAfter: number;
}, Promise<number>>;
    get: import("convex/server").RegisteredQuery<"public", {
    key: string;
    serviceKey: string;
    staleAfter: number;
}, Promise<{
    key: string;
    reason: string | undefined;
    since: number;
    asked: number;
    told: boolean;
} | null>>;
    run: import("convex/server").RegisteredQuery<"public", {
    runId: string;
    serviceKey: string;
}, Promise<{
    runId: string;
    app: string;
    workflow: string;
    events: string;
} | null>>;
    markAsked: import("convex/server").RegisteredMutation<"public", {
    runId: string;
    serviceKey: string;
}, Promise<null>>;
    markTold: import("convex/server").RegisteredMutation<"public", {
    keys: string[];
    serviceKey: string;
    staleAfter: number;
}, Promise<null>>;
    settle: import("convex/server").RegisteredMutation<"public", {
    holder: string;
    key: string;
    serviceKey: string;
    staleAfter: number;
}, Promise<boolean>>;
    allowAgain: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    holder: string;
    key: string;
    serviceKey: string;
    staleAfter: number;
}, Promise<boolean>>;
    clear: import("convex/server").RegisteredMutation<"public", {
    after: string;
    serviceKey: string;
}, Promise<string | null>>;
  };
  eventTraces: {
    write: import("convex/server").RegisteredMutation<"public", {
    serviceKey: string;
    traces: {
        ended: boolean;
        eventId: string;
        functionId: string;
    }[];
}, Promise<null>>;
  };
  inventory: {
    take: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    orderId: string;
    serviceKey: string;
}, Promise<{
    taken: {
        productId: string;
        shopId: string;
        quantity: number;
        stock: number;
    }[];
    depleted: {
        productId: string;
        shopId: string;
        quantity: number;
        stock: number;
    }[];
}>>;
    restore: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    orderId: string;
    serviceKey: string;
}, Promise<{
    restored: {
        productId: string;
        shopId: string;
        quantity: number;
        available: number;
    }[];
    backInStock: {
        productId: string;
        shopId: string;
        quantity: number;
        available: number;
    }[];
}>>;
    history: import("convex/server").RegisteredQuery<"public", {
    limit: number;
    productId: string;
    serviceKey: string;
}, Promise<{
    productId: string;
    change: number;
    stock: number;
    reason: "cancellation" | "count" | "order";
    orderId: string | undefined;
    at: string;
}[]>>;
  };
  knownBrowsers: {
    remember: import("convex/server").RegisteredMutation<"public", {
    freshHash: string;
    serviceKey: string;
    tokenHash?: string | undefined;
    userId: string;
}, Promise<null>>;
    usersOf: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    tokenHash: string;
}, Promise<string[]>>;
  };
  ledger: {
    claim: import("convex/server").RegisteredMutation<"public", {
    holder: string;
    key: string;
    serviceKey: string;
}, Promise<boolean>>;
    settled: import("convex/server").RegisteredMutation<"public", {
    key: string;
    serviceKey: string;
    staleAfter: number;
}, Promise<{
    key: string;
    state: "ambiguous" | "failed" | "sending" | "sent";
    attempts: number;
    startedAt: number;
    result: string | undefined;
    lastError: string | undefined;
} | null>>;
    settle: import("convex/server").RegisteredMutation<"public", {
    holder: string;
    key: string;
    lastError?: string | undefined;
    result?: string | undefined;
    serviceKey: string;
    state: "ambiguous" | "failed" | "sending" | "sent";
}, Promise<null>>;
    get: import("convex/server").RegisteredQuery<"public", {
    key: string;
    serviceKey: string;
}, Promise<{
    key: string;
    state: "ambiguous" | "failed" | "sending" | "sent";
    attempts: number;
    startedAt: number;
    result: string | undefined;
    lastError: string | undefined;
} | null>>;
    resolve: import("convex/server").RegisteredMutation<"public", {
    holder: string;
    key: string;
    result?: string | undefined;
    serviceKey: string;
    staleAfter: number;
    state: "failed" | "sent";
}, Promise<boolean>>;
  };
  logs: {
    begin: import("convex/server").RegisteredMutation<"public", {
    before: number;
    limit: number;
    log: "analytics-events" | "dead-letters" | "deliveries" | "delivery-reports" | "notifications" | "outbox" | "send-ledger";
    serviceKey: string;
}, Promise<{
    number: number;
    from: number;
    rows: number;
} | null>>;
    read: import("convex/server").RegisteredQuery<"public", {
    log: "analytics-events" | "dead-letters" | "deliveries" | "delivery-reports" | "notifications" | "outbox" | "send-ledger";
    number: number;
    serviceKey: string;
}, Promise<string[] | null>>;
    remove: import("convex/server").RegisteredMutation<"public", {
    log: "analytics-events" | "dead-letters" | "deliveries" | "delivery-reports" | "notifications" | "outbox" | "send-ledger";
    number: number;
    serviceKey: string;
}, Promise<null>>;
  };
  looks: {
    take: import("convex/server").RegisteredMutation<"public", {
    lease: number;
    limit: number;
    lostAfter: number;
    serviceKey: string;
}, Promise<{
    events: {
        age: number;
        id: string;
        isLost: boolean;
        lookFrom: number;
        payload: string;
        resends: number;
        traces: {
            ended: boolean;
            functionId: string;
        }[];
    }[];
    hasMore: boolean;
}>>;
    book: import("convex/server").RegisteredMutation<"public", {
    events: {
        id: string;
        name: string;
        orderingKey?: string | undefined;
        payload: string;
        sessionId?: string | undefined;
        subjects?: string[] | undefined;
        userId?: string | undefined;
    }[];
    findings: {
        found: "resent" | "traced" | "untouched" | "waits";
        id: string;
        isLost: boolean;
        lookFrom?: number | undefined;
    }[];
    serviceKey: string;
}, Promise<null>>;
  };
  money: {
    bookRefund: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    refund: {
        amount: number;
        orderId: string;
        refundId: string;
        status: "failed" | "pending" | "processed";
    };
    serviceKey: string;
}, Promise<boolean>>;
    bookDispute: import("convex/server").RegisteredMutation<"public", {
    dispute: {
        amount: number;
        answerBy?: string | undefined;
        disputeId: string;
        orderId: string;
        status: "closed" | "lost" | "open" | "under-review" | "won";
    };
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    serviceKey: string;
}, Promise<boolean>>;
  };
  moneyLists: {
    refunds: import("convex/server").RegisteredQuery<"public", {
    orderId: string;
    serviceKey: string;
}, Promise<{
    orderId: string;
    refundId: string;
    amount: number;
    status: "failed" | "pending" | "processed";
}[]>>;
    disputes: import("convex/server").RegisteredQuery<"public", {
    orderId: string;
    serviceKey: string;
}, Promise<{
    disputeId: string;
    orderId: string;
    amount: number;
    status: "closed" | "lost" | "open" | "under-review" | "won";
    answerBy?: string | undefined;
}[]>>;
    findMany: import("convex/server").RegisteredQuery<"public", {
    paymentIds: string[];
    serviceKey: string;
}, Promise<{
    orderId: string;
    paymentId: string;
    amount: number;
    status: "authorised" | "captured" | "due" | "failed" | "refunded";
    refund: "failed" | "pending" | undefined;
    order: "cancelled" | "delivered" | "packed" | "placed" | "shipped";
    placedAt: string;
    refunds: {
        refundId: string;
        amount: number;
        status: "failed" | "pending" | "processed";
    }[];
}[]>>;
    unsettled: import("convex/server").RegisteredQuery<"public", {
    before: number;
    limit: number;
    serviceKey: string;
}, Promise<{
    orderId: string;
    paymentId: string;
    amount: number;
    status: "authorised" | "captured" | "due" | "failed" | "refunded";
    refund: "failed" | "pending" | undefined;
    order: "cancelled" | "delivered" | "packed" | "placed" | "shipped";
    placedAt: string;
    refunds: {
        refundId: string;
        amount: number;
        status: "failed" | "pending" | "processed";
    }[];
}[]>>;
    keep: import("convex/server").RegisteredMutation<"public", {
    reconciliation: {
        day: string;
        differences: string;
        from: string;
        payments: number;
        refunds: number;
        to: string;
    };
    serviceKey: string;
}, Promise<null>>;
    reconciliations: import("convex/server").RegisteredQuery<"public", {
    limit: number;
    serviceKey: string;
}, Promise<{
    madeAt: string;
    day: string;
    differences: string;
    from: string;
    payments: number;
    refunds: number;
    to: string;
}[]>>;
  };
  notifications: {
    add: import("convex/server").RegisteredMutation<"public", {
    body: string;
    data?: string | undefined;
    notificationId: string;
    serviceKey: string;
    title: string;
    type: string;
    userId: string;
}, Promise<boolean>>;
    get: import("convex/server").RegisteredQuery<"public", {
    notificationId: string;
    serviceKey: string;
}, Promise<{
    readAt?: undefined;
    notificationId: string;
    userId: string;
    type: string;
    title: string;
    body: string;
    data: string | undefined;
    createdAt: string;
} | {
    readAt: string;
    notificationId: string;
    userId: string;
    type: string;
    title: string;
    body: string;
    data: string | undefined;
    createdAt: string;
} | null>>;
    list: import("convex/server").RegisteredQuery<"public", {
    limit: number;
    serviceKey: string;
    unreadOnly: boolean;
    userId: string;
}, Promise<({
    readAt?: undefined;
    notificationId: string;
    userId: string;
    type: string;
    title: string;
    body: string;
    data: string | undefined;
    createdAt: string;
} | {
    readAt: string;
    notificationId: string;
    userId: string;
    type: string;
    title: string;
    body: string;
    data: string | undefined;
    createdAt: string;
})[]>>;
    markRead: import("convex/server").RegisteredMutation<"public", {
    notificationId: string;
    serviceKey: string;
    userId: string;
}, Promise<boolean>>;
  };
  orderLinks: {
    get: import("convex/server").RegisteredQuery<"public", {
    orderId: string;
    serviceKey: string;
}, Promise<{
    userId: string;
    shopId: string;
    placedAt: string;
    generation: number;
} | null>>;
    keep: import("convex/server").RegisteredMutation<"public", {
    orderId: string;
    serviceKey: string;
    tokenHash: string;
}, Promise<null>>;
    find: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    tokenHash: string;
}, Promise<{
    orderId: string;
    generation: number;
} | null>>;
    revoke: import("convex/server").RegisteredMutation<"public", {
    orderId: string;
    serviceKey: string;
}, Promise<boolean>>;
  };
  orderLists: {
    ofShop: import("convex/server").RegisteredQuery<"public", {
    limit: number;
    serviceKey: string;
    shopId: string;
    statuses: ("cancelled" | "delivered" | "packed" | "placed" | "shipped")[];
}, Promise<{
    orderId: string;
    userId: string;
    shopId: string;
    total: number;
    payment: "cash" | "prepaid";
    paymentId: string | undefined;
    status: "cancelled" | "delivered" | "packed" | "placed" | "shipped";
    placedAt: string;
    language: string | undefined;
    lines: {
        productId: string;
        name: string;
        unit: string;
        quantity: number;
        price: number;
        amount: number;
    }[];
    shop: {
        shopId: string;
        name: string;
        area: string;
        description: string;
        listed: boolean;
    };
    customer: {
        name: string;
        email: string;
        phone: string | undefined;
    };
}[]>>;
    ofCustomer: import("convex/server").RegisteredQuery<"public", {
    before?: string | undefined;
    limit: number;
    serviceKey: string;
    userId: string;
}, Promise<{
    orderId: string;
    userId: string;
    shopId: string;
    total: number;
    payment: "cash" | "prepaid";
    paymentId: string | undefined;
    status: "cancelled" | "delivered" | "packed" | "placed" | "shipped";
    placedAt: string;
    language: string | undefined;
    lines: {
        productId: string;
        name: string;
        unit: string;
        quantity: number;
        price: number;
        amount: number;
    }[];
    shop: {
        shopId: string;
        name: string;
        area: string;
        description: string;
        listed: boolean;
    };
    customer: {
        name: string;
        email: string;
        phone: string | undefined;
    };
}[]>>;
    progress: import("convex/server").RegisteredQuery<"public", {
    orderId: string;
    serviceKey: string;
}, Promise<{
    orderId: string;
    status: "cancelled" | "delivered" | "packed" | "placed" | "shipped";
    placedAt: string;
    confirmation: {
        email: {
            status: "pending";
            at?: undefined;
            reason?: undefined;
            report?: undefined;
        } | {
            status: "failed" | "sent" | "unknown";
            at: string;
            reason: string | undefined;
            report: {
                at: string;
                state: "bounced" | "complained" | "delivered" | "opted-out" | "undelivered";
            } | undefined;
        };
        sms: {
            status: "pending";
            at?: undefined;
            reason?: undefined;
            report?: undefined;
        } | {
            status: "failed" | "sent" | "unknown";
            at: string;
            reason: string | undefined;
            report: {
                at: string;
                state: "bounced" | "complained" | "delivered" | "opted-out" | "undelivered";
            } | undefined;
        };
    };
    stockTakenAt?: string | undefined;
    shopkeeper: {
        status: "pending";
        at?: undefined;
        reason?: undefined;
        report?: undefined;
    } | {
        status: "failed" | "sent" | "unknown";
        at: string;
        reason: string | undefined;
        report: {
            at: string;
            state: "bounced" | "complained" | "delivered" | "opted-out" | "undelivered";
        } | undefined;
    };
    history: {
        at: string;
        status: "cancelled" | "delivered" | "packed" | "placed" | "shipped";
        trackingNumber?: string | undefined;
    }[];
} | null>>;
  };
  orders: {
    get: import("convex/server").RegisteredQuery<"public", {
    orderId: string;
    serviceKey: string;
}, Promise<{
    orderId: string;
    userId: string;
    shopId: string;
    total: number;
    payment: "cash" | "prepaid";
    paymentId: string | undefined;
    status: "cancelled" | "delivered" | "packed" | "placed" | "shipped";
    placedAt: string;
    language: string | undefined;
    lines: {
        productId: string;
        name: string;
        unit: string;
        quantity: number;
        price: number;
        amount: number;
    }[];
    shop: {
        shopId: string;
        name: string;
        area: string;
        description: string;
        listed: boolean;
    };
    customer: {
        name: string;
        email: string;
        phone: string | undefined;
    };
} | null>>;
    findByNumber: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    typed: string;
}, Promise<string | null>>;
    first: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    userId: string;
}, Promise<{
    orderId: string;
    userId: string;
    shopId: string;
    total: number;
    payment: "cash" | "prepaid";
    paymentId: string | undefined;
    status: "cancelled" | "delivered" | "packed" | "placed" | "shipped";
    placedAt: string;
    language: string | undefined;
    items: {
        productId: string;
        quantity: number;
    }[];
} | null>>;
    advance: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    orderId: string;
    serviceKey: string;
    status: "delivered" | "packed" | "shipped";
    trackingNumber?: string | undefined;
}, Promise<boolean>>;
    cancel: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    orderId: string;
    serviceKey: string;
}, Promise<boolean>>;
    payment: import("convex/server").RegisteredQuery<"public", {
    orderId: string;
    serviceKey: string;
}, Promise<{
    orderId: string;
    paymentId: string | undefined;
    amount: number;
    status: "authorised" | "captured" | "due" | "failed" | "refunded";
    refund: "failed" | "pending" | undefined;
} | null>>;
    bookPayment: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    orderId: string;
    serviceKey: string;
    status: "captured" | "failed";
}, Promise<boolean>>;
  };
  outbox: {
    send: import("convex/server").RegisteredMutation<"public", {
    events: {
        id: string;
        name: string;
        orderingKey?: string | undefined;
        payload: string;
        sessionId?: string | undefined;
        subjects?: string[] | undefined;
        userId?: string | undefined;
    }[];
    serviceKey: string;
}, Promise<null>>;
    claim: import("convex/server").RegisteredMutation<"public", {
    holder: string;
    lease: number;
    limit: number;
    select: "fresh" | "retry";
    serviceKey: string;
}, Promise<{
    id: string;
    payload: string;
}[]>>;
    accept: import("convex/server").RegisteredMutation<"public", {
    holder: string;
    ids: string[];
    serviceKey: string;
}, Promise<null>>;
    fail: import("convex/server").RegisteredMutation<"public", {
    failure: string;
    holder: string;
    ids: string[];
    serviceKey: string;
}, Promise<null>>;
    newest: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
}, Promise<string | null>>;
    resend: import("convex/server").RegisteredMutation<"public", {
    id: string;
    serviceKey: string;
}, Promise<boolean>>;
    discard: import("convex/server").RegisteredMutation<"public", {
    id: string;
    reason: string;
    serviceKey: string;
}, Promise<boolean>>;
    latest: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
}, Promise<{
    id: string;
    subjects: string[];
}[]>>;
    waiting: import("convex/server").RegisteredQuery<"public", {
    cursor: string | null;
    serviceKey: string;
}, Promise<{
    payloads: string[];
    next: string | null;
}>>;
    state: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
}, Promise<{
    pending: number;
    oldest: number | null;
    failing: {
        id: string;
        name: string;
        attempts: number;
        lastError: string;
        createdAt: number;
        behind: number;
        nextAttemptAt?: number | undefined;
    }[];
    lost: {
        id: string;
        name: string;
        resends: number;
        since: number;
    }[];
}>>;
  };
  parcels: {
    take: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    news: {
        at: string;
        noticeId: string;
        orderId: string;
        reason?: string | undefined;
        status: "attempt-failed" | "delivered" | "out-for-delivery" | "picked-up";
        trackingNumber?: string | undefined;
    };
    serviceKey: string;
}, Promise<{
    outcome: "impossible" | "late" | "moved" | "noted" | "unknown-order";
    isNew: boolean;
}>>;
    history: import("convex/server").RegisteredQuery<"public", {
    orderId: string;
    serviceKey: string;
}, Promise<{
    at: string;
    noticeId: string;
    orderId: string;
    reason?: string | undefined;
    status: "attempt-failed" | "delivered" | "out-for-delivery" | "picked-up";
    trackingNumber?: string | undefined;
}[]>>;
    deliveredCancelled: import("convex/server").RegisteredQuery<"public", {
    limit: number;
    serviceKey: string;
}, Promise<{
    at: string;
    noticeId: string;
    orderId: string;
    reason?: string | undefined;
    status: "attempt-failed" | "delivered" | "out-for-delivery" | "picked-up";
    trackingNumber?: string | undefined;
}[]>>;
  };
  passkeys: {
    add: import("convex/server").RegisteredMutation<"public", {
    counter: number;
    credentialId: string;
    name: string;
    publicKey: string;
    serviceKey: string;
    transports: string[];
    userId: string;
}, Promise<boolean>>;
    list: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    userId: string;
}, Promise<{
    counter: number;
    createdAt: number;
    credentialId: string;
    lastUsedAt?: number | undefined;
    name: string;
    publicKey: string;
    transports: string[];
    userId: string;
}[]>>;
    find: import("convex/server").RegisteredQuery<"public", {
    credentialId: string;
    serviceKey: string;
}, Promise<{
    counter: number;
    createdAt: number;
    credentialId: string;
    lastUsedAt?: number | undefined;
    name: string;
    publicKey: string;
    transports: string[];
    userId: string;
} | null>>;
    use: import("convex/server").RegisteredMutation<"public", {
    counter: number;
    credentialId: string;
    serviceKey: string;
}, Promise<boolean>>;
    rename: import("convex/server").RegisteredMutation<"public", {
    credentialId: string;
    name: string;
    serviceKey: string;
    userId: string;
}, Promise<boolean>>;
    remove: import("convex/server").RegisteredMutation<"public", {
    credentialId: string;
    serviceKey: string;
    userId: string;
}, Promise<boolean>>;
    openChallenge: import("convex/server").RegisteredMutation<"public", {
    challenge: string;
    expiresAt: number;
    serviceKey: string;
    tokenHash: string;
    userId?: string | undefined;
}, Promise<null>>;
    takeChallenge: import("convex/server").RegisteredMutation<"public", {
    serviceKey: string;
    tokenHash: string;
}, Promise<{
    challenge: string;
    userId: string | undefined;
} | null>>;
  };
  personalData: {
    rows: import("convex/server").RegisteredQuery<"public", {
    cursor: string | null;
    key: string;
    serviceKey: string;
    source: string;
}, Promise<Page>>;
    ofOrder: import("convex/server").RegisteredQuery<"public", {
    orderId: string;
    serviceKey: string;
}, Promise<{
    refunds: string[];
    disputes: string[];
    parcelNotices: string[];
    releasedPayments: string[];
}>>;
    ofVisit: import("convex/server").RegisteredQuery<"public", {
    cursor: string | null;
    serviceKey: string;
    sessionId: string;
}, Promise<Page>>;
    shop: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    shopId: string;
}, Promise<string | null>>;
  };
  placing: {
    place: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    order: {
        address?: {
            landmark?: string | undefined;
            line1: string;
            line2?: string | undefined;
            pinCode: string;
        } | undefined;
        customer: {
            email: string;
            name: string;
            phone?: string | undefined;
            userId: string;
        };
        items: {
            productId: string;
            quantity: number;
        }[];
        language?: string | undefined;
        orderId: string;
        payment: "cash" | "prepaid";
        paymentId?: string | undefined;
        shopId: string;
    };
    serviceKey: string;
}, Promise<{
    orderId: string;
    userId: string;
    shopId: string;
    total: number;
    payment: "cash" | "prepaid";
    paymentId: string | undefined;
    status: "cancelled" | "delivered" | "packed" | "placed" | "shipped";
    placedAt: string;
    language: string | undefined;
    items: {
        productId: string;
        quantity: number;
    }[];
    newCustomer: boolean;
}>>;
  };
  preferences: {
    get: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    userId: string;
}, Promise<{
    area?: string | undefined;
    channels: {
        email: boolean;
        push: boolean;
        sms: boolean;
    };
    language: string;
    quietHours?: {
        from: string;
        to: string;
    } | undefined;
    userId: string;
} | null>>;
    initialize: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    preferences: {
        area?: string | undefined;
        channels: {
            email: boolean;
            push: boolean;
            sms: boolean;
        };
        language: string;
        quietHours?: {
            from: string;
            to: string;
        } | undefined;
        userId: string;
    };
    serviceKey: string;
    source: "account-opened" | "account-page" | "link" | "mail-program";
}, Promise<{
    area?: string | undefined;
    channels: {
        email: boolean;
        push: boolean;
        sms: boolean;
    };
    language: string;
    quietHours?: {
        from: string;
        to: string;
    } | undefined;
    userId: string;
}>>;
    update: import("convex/server").RegisteredMutation<"public", {
    area?: string | null | undefined;
    channels?: {
        email: boolean;
        push: boolean;
        sms: boolean;
    } | undefined;
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    language?: string | undefined;
    quietHours?: {
        from: string;
        to: string;
    } | null | undefined;
    serviceKey: string;
    source: "account-opened" | "account-page" | "link" | "mail-program";
    userId: string;
}, Promise<{
    area?: string | undefined;
    channels: {
        email: boolean;
        push: boolean;
        sms: boolean;
    };
    language: string;
    quietHours?: {
        from: string;
        to: string;
    } | undefined;
    userId: string;
}>>;
    consents: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    userId: string;
}, Promise<{
    channel: "email" | "push" | "sms";
    granted: boolean;
    source: "account-opened" | "account-page" | "link" | "mail-program";
    at: string;
}[]>>;
  };
  products: {
    get: import("convex/server").RegisteredQuery<"public", {
    productId: string;
    serviceKey: string;
}, Promise<{
    available: number;
    category: string;
    description: string;
    name: string;
    picture?: string | undefined;
    price: number;
    productId: string;
    shopId: string;
    unit: string;
} | null>>;
    scan: import("convex/server").RegisteredQuery<"public", {
    after: string;
    limit: number;
    serviceKey: string;
    shopId?: string | undefined;
    unlisted: boolean;
}, Promise<{
    products: {
        available: number;
        category: string;
        description: string;
        name: string;
        picture?: string | undefined;
        price: number;
        productId: string;
        shopId: string;
        unit: string;
    }[];
    next: string | null;
}>>;
    add: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    product: {
        category: string;
        description: string;
        name: string;
        picture?: string | undefined;
        price: number;
        productId: string;
        shopId: string;
        stock: number;
        unit: string;
    };
    serviceKey: string;
}, Promise<boolean>>;
    picturesInUse: import("convex/server").RegisteredQuery<"public", {
    pictures: string[];
    serviceKey: string;
}, Promise<string[]>>;
    update: import("convex/server").RegisteredMutation<"public", {
    changes: {
        available?: number | undefined;
        category?: string | undefined;
        description?: string | undefined;
        name?: string | undefined;
        picture?: string | null | undefined;
        price?: number | undefined;
        stock?: number | undefined;
        unit?: string | undefined;
    };
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    productId: string;
    serviceKey: string;
}, Promise<{
    before: {
        available: number;
        category: string;
        description: string;
        name: string;
        picture?: string | undefined;
        price: number;
        productId: string;
        shopId: string;
        unit: string;
    };
    after: {
        available: number;
        category: string;
        description: string;
        name: string;
        picture?: string | undefined;
        price: number;
        productId: string;
        shopId: string;
        unit: string;
    };
}>>;
  };
  receivedApplications: {
    hold: import("convex/server").RegisteredMutation<"public", {
    application: {
        area: string;
        description: string;
        email: string;
        name: string;
        phone: string;
        shopName: string;
        shopkeeperId: string;
        token: string;
    };
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    serviceKey: string;
}, Promise<boolean>>;
    get: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    shopkeeperId: string;
}, Promise<{
    expiresAt: string;
    area: string;
    description: string;
    email: string;
    name: string;
    phone: string;
    shopName: string;
    shopkeeperId: string;
    token: string;
} | null>>;
    findByToken: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    token: string;
}, Promise<{
    expiresAt: string;
    area: string;
    description: string;
    email: string;
    name: string;
    phone: string;
    shopName: string;
    shopkeeperId: string;
    token: string;
} | null>>;
    countOfAddress: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    shopkeeperId: string;
}, Promise<number>>;
    discard: import("convex/server").RegisteredMutation<"public", {
    serviceKey: string;
    shopkeeperId: string;
}, Promise<null>>;
    removeExpired: import("convex/server").RegisteredMutation<"public", {
    limit: number;
    serviceKey: string;
}, Promise<number>>;
  };
  sentEvents: {
    keep: import("convex/server").RegisteredMutation<"public", {
    events: {
        id: string;
        name: string;
        orderingKey?: string | undefined;
        payload: string;
        sessionId?: string | undefined;
        subjects?: string[] | undefined;
        userId?: string | undefined;
    }[];
    serviceKey: string;
}, Promise<null>>;
  };
  sessions: {
    open: import("convex/server").RegisteredMutation<"public", {
    expiresAt: number;
    idleSeconds?: number | undefined;
    place?: {
        browser: string;
        network: string;
    } | undefined;
    provenBy?: "code" | "passkey" | undefined;
    serviceKey: string;
    standing?: string | undefined;
    tokenHash: string;
    userId: string;
}, Promise<null>>;
    use: import("convex/server").RegisteredMutation<"public", {
    place?: {
        browser: string;
        network: string;
    } | undefined;
    serviceKey: string;
    tokenHash: string;
}, Promise<{
    userId: string;
    expiresAt: number;
    standing: string | undefined;
    provenBy: "code" | "passkey" | undefined;
} | null>>;
    replace: import("convex/server").RegisteredMutation<"public", {
    freshHash: string;
    idleSeconds: number;
    serviceKey: string;
    standing: string;
    tokenHash: string;
}, Promise<boolean>>;
    list: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    tokenHash: string;
    userId: string;
}, Promise<{
    sessionId: import("convex/values").GenericId<"sessions">;
    openedAt: number;
    lastUsedAt: number;
    place: {
        browser: string;
        network: string;
    } | undefined;
    current: boolean;
}[]>>;
    close: import("convex/server").RegisteredMutation<"public", {
    serviceKey: string;
    tokenHash: string;
}, Promise<null>>;
    closeOne: import("convex/server").RegisteredMutation<"public", {
    serviceKey: string;
    sessionId: string;
    userId: string;
}, Promise<boolean>>;
    closeAllOf: import("convex/server").RegisteredMutation<"public", {
    serviceKey: string;
    userId: string;
}, Promise<{
    closed: number;
    done: boolean;
}>>;
    removeExpired: import("convex/server").RegisteredMutation<"public", {
    limit: number;
    serviceKey: string;
    unusedSince: number;
}, Promise<number>>;
  };
  shopkeepers: {
    ofShop: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    shopId: string;
}, Promise<{
    shopkeeperId: string;
    shopId: string;
    name: string;
    email: string;
    phone: string | undefined;
}[]>>;
    findByEmail: import("convex/server").RegisteredQuery<"public", {
    email: string;
    serviceKey: string;
}, Promise<{
    shopkeeperId: string;
    shopId: string;
    name: string;
    email: string;
    phone: string | undefined;
}[]>>;
    get: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    shopkeeperId: string;
}, Promise<{
    shopkeeper: {
        shopkeeperId: string;
        shopId: string;
        name: string;
        email: string;
        phone: string | undefined;
    };
    application: {
        decidedAt?: undefined;
        shopkeeperId: string;
        shopId: string;
        status: "applied" | "approved" | "lapsed" | "rejected";
        appliedAt: string;
        approvedBy: string | undefined;
        rejectedBy: string | undefined;
        rejection: string | undefined;
        dashboardAccess: boolean;
    } | {
        decidedAt: string;
        shopkeeperId: string;
        shopId: string;
        status: "applied" | "approved" | "lapsed" | "rejected";
        appliedAt: string;
        approvedBy: string | undefined;
        rejectedBy: string | undefined;
        rejection: string | undefined;
        dashboardAccess: boolean;
    };
    applicantId: string | undefined;
} | null>>;
    applications: import("convex/server").RegisteredQuery<"public", {
    limit: number;
    serviceKey: string;
    status: "applied" | "approved" | "lapsed" | "rejected";
}, Promise<({
    decidedAt?: undefined;
    shopkeeperId: string;
    shopId: string;
    status: "applied" | "approved" | "lapsed" | "rejected";
    appliedAt: string;
    approvedBy: string | undefined;
    rejectedBy: string | undefined;
    rejection: string | undefined;
    dashboardAccess: boolean;
} | {
    decidedAt: string;
    shopkeeperId: string;
    shopId: string;
    status: "applied" | "approved" | "lapsed" | "rejected";
    appliedAt: string;
    approvedBy: string | undefined;
    rejectedBy: string | undefined;
    rejection: string | undefined;
    dashboardAccess: boolean;
})[]>>;
    add: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    serviceKey: string;
    shopkeeper: {
        email: string;
        name: string;
        phone?: string | undefined;
        shopId: string;
        shopkeeperId: string;
    };
}, Promise<boolean>>;
    apply: import("convex/server").RegisteredMutation<"public", {
    applicantId: string;
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    serviceKey: string;
    shop: {
        area: string;
        description: string;
        name: string;
        shopId: string;
    };
    shopkeeper: {
        email: string;
        name: string;
        phone?: string | undefined;
        shopId: string;
        shopkeeperId: string;
    };
}, Promise<{
    decidedAt?: undefined;
    shopkeeperId: string;
    shopId: string;
    status: "applied" | "approved" | "lapsed" | "rejected";
    appliedAt: string;
    approvedBy: string | undefined;
    rejectedBy: string | undefined;
    rejection: string | undefined;
    dashboardAccess: boolean;
} | {
    decidedAt: string;
    shopkeeperId: string;
    shopId: string;
    status: "applied" | "approved" | "lapsed" | "rejected";
    appliedAt: string;
    approvedBy: string | undefined;
    rejectedBy: string | undefined;
    rejection: string | undefined;
    dashboardAccess: boolean;
}>>;
    decide: import("convex/server").RegisteredMutation<"public", {
    decision: {
        approvedBy: string;
        status: "approved";
    } | {
        rejectedBy: string;
        rejection: string;
        status: "rejected";
    } | {
        status: "lapsed";
    };
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    serviceKey: string;
    shopkeeperId: string;
}, Promise<boolean>>;
    grantDashboardAccess: import("convex/server").RegisteredMutation<"public", {
    serviceKey: string;
    shopkeeperId: string;
}, Promise<boolean>>;
  };
  shops: {
    list: import("convex/server").RegisteredQuery<"public", {
    cursor: string | null;
    serviceKey: string;
}, Promise<{
    shops: {
        area: string;
        description: string;
        listed: boolean;
        name: string;
        shopId: string;
    }[];
    next: string | null;
}>>;
    get: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    shopId: string;
}, Promise<{
    area: string;
    description: string;
    listed: boolean;
    name: string;
    shopId: string;
} | null>>;
    add: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    serviceKey: string;
    shop: {
        area: string;
        description: string;
        listed: boolean;
        name: string;
        shopId: string;
    };
}, Promise<boolean>>;
    setListed: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    listed: boolean;
    serviceKey: string;
    shopId: string;
}, Promise<boolean>>;
  };
  signInCodes: {
    issue: import("convex/server").RegisteredMutation<"public", {
    counters: {
        counterHash: string;
        kind: "address" | "browser" | "network";
    }[];
    expiresAt: number;
    longHash: string;
    salt: string;
    serviceKey: string;
    shortHash: string;
    subjectHash: string;
}, Promise<boolean>>;
    redeem: import("convex/server").RegisteredMutation<"public", {
    code: string;
    counters: {
        counterHash: string;
        kind: "address" | "browser" | "network";
    }[];
    serviceKey: string;
    subjectHash: string;
}, Promise<"held" | "right" | "wrong">>;
  };
  staff: {
    list: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
}, Promise<{
    staffId: string;
    name: string;
    email: string;
}[]>>;
    get: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    staffId: string;
}, Promise<{
    staffId: string;
    name: string;
    email: string;
} | null>>;
    findByEmail: import("convex/server").RegisteredQuery<"public", {
    email: string;
    serviceKey: string;
}, Promise<{
    staffId: string;
    name: string;
    email: string;
} | null>>;
    add: import("convex/server").RegisteredMutation<"public", {
    email: string;
    name: string;
    serviceKey: string;
    staffId: string;
}, Promise<boolean>>;
  };
  stepFailures: {
    add: import("convex/server").RegisteredMutation<"public", {
    attempt: number;
    runId: string;
    serviceKey: string;
    step: string;
}, Promise<number>>;
  };
  stockAlerts: {
    raise: import("convex/server").RegisteredMutation<"public", {
    alertId: string;
    productId: string;
    serviceKey: string;
}, Promise<boolean>>;
    close: import("convex/server").RegisteredMutation<"public", {
    closedBy: string;
    productId: string;
    serviceKey: string;
}, Promise<{
    closedAt?: undefined;
    alertId: string;
    productId: string;
    raisedAt: string;
} | {
    closedAt: string;
    alertId: string;
    productId: string;
    raisedAt: string;
} | null>>;
    openOf: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    shopId: string;
}, Promise<({
    closedAt?: undefined;
    alertId: string;
    productId: string;
    raisedAt: string;
} | {
    closedAt: string;
    alertId: string;
    productId: string;
    raisedAt: string;
})[]>>;
  };
  suppressions: {
    find: import("convex/server").RegisteredQuery<"public", {
    addressHash: string;
    channel: "email" | "push" | "sms";
    serviceKey: string;
}, Promise<{
    channel: "email" | "push" | "sms";
    reason: "bounced" | "complained" | "delivered" | "opted-out" | "undelivered";
    since: number;
} | null>>;
    reasons: import("convex/server").RegisteredQuery<"public", {
    after: string;
    channel: "email" | "push" | "sms";
    serviceKey: string;
}, Promise<{
    reasons: ("bounced" | "complained" | "delivered" | "opted-out" | "undelivered")[];
    next: string | null;
}>>;
    add: import("convex/server").RegisteredMutation<"public", {
    addressHash: string;
    channel: "email" | "push" | "sms";
    reason: "bounced" | "complained" | "delivered" | "opted-out" | "undelivered";
    serviceKey: string;
}, Promise<null>>;
    lift: import("convex/server").RegisteredMutation<"public", {
    addressHash: string;
    channel: "email" | "push" | "sms";
    serviceKey: string;
}, Promise<boolean>>;
  };
  unsubscribeTokens: {
    ofUsers: import("convex/server").RegisteredMutation<"public", {
    fresh: {
        token: string;
        userId: string;
    }[];
    serviceKey: string;
}, Promise<{
    userId: string;
    token: string;
}[]>>;
    find: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    token: string;
}, Promise<string | null>>;
  };
  users: {
    get: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    userId: string;
}, Promise<{
    userId: string;
    name: string;
    email: string;
    phone: string | undefined;
    createdAt: string;
    revision: number;
} | null>>;
    findByEmail: import("convex/server").RegisteredQuery<"public", {
    email: string;
    serviceKey: string;
}, Promise<{
    userId: string;
    name: string;
    email: string;
    phone: string | undefined;
    createdAt: string;
    revision: number;
} | null>>;
    add: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    serviceKey: string;
    user: {
        email: string;
        name: string;
        phone?: string | undefined;
        userId: string;
    };
}, Promise<boolean>>;
    update: import("convex/server").RegisteredMutation<"public", {
    email?: string | undefined;
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    name?: string | undefined;
    phone?: string | null | undefined;
    serviceKey: string;
    userId: string;
}, Promise<{
    userId: string;
    name: string;
    email: string;
    phone: string | undefined;
    createdAt: string;
    revision: number;
}>>;
    close: import("convex/server").RegisteredMutation<"public", {
    emit: {
        at?: number | undefined;
        events?: {
            id: string;
            name: string;
            orderingKey?: string | undefined;
            payload: string;
            sessionId?: string | undefined;
            subjects?: string[] | undefined;
            userId?: string | undefined;
        }[] | undefined;
        outcome?: string | undefined;
    };
    serviceKey: string;
    userId: string;
}, Promise<boolean>>;
    erase: import("convex/server").RegisteredMutation<"public", {
    names: string[];
    serviceKey: string;
    userId: string;
}, Promise<boolean>>;
  };
  watchers: {
    watch: import("convex/server").RegisteredMutation<"public", {
    productId: string;
    serviceKey: string;
    userId: string;
}, Promise<boolean>>;
    unwatch: import("convex/server").RegisteredMutation<"public", {
    productId: string;
    serviceKey: string;
    userId: string;
}, Promise<boolean>>;
    watches: import("convex/server").RegisteredQuery<"public", {
    productId: string;
    serviceKey: string;
    userId: string;
}, Promise<boolean>>;
    watchedBy: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    userId: string;
}, Promise<{
    productId: string;
    name: string;
}[]>>;
    list: import("convex/server").RegisteredQuery<"public", {
    after: string;
    limit: number;
    productId: string;
    serviceKey: string;
}, Promise<string[]>>;
  };
  wrongCodes: {
    takeNotice: import("convex/server").RegisteredMutation<"public", {
    counterHash: string;
    serviceKey: string;
}, Promise<{
    wrong: number;
    since: number;
} | null>>;
    returnNotice: import("convex/server").RegisteredMutation<"public", {
    counterHash: string;
    serviceKey: string;
}, Promise<null>>;
  };
}
