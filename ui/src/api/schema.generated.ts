export interface paths {
    "/v1/api_keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Needs the permission `keys.manage`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["ApiKey"][];
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Make an API key
         * @description Needs the permission `keys.manage`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: text */
                        name: string;
                        permissions: ("customers.read" | "customers.write" | "invoices.read" | "invoices.write" | "invoices.write_off" | "credits.write" | "credits.approve" | "requests.read" | "requests.send" | "payments.read" | "payments.receive" | "payment_methods.request" | "refunds.create" | "refunds.record" | "disputes.answer" | "templates.read" | "templates.write" | "events.read" | "settings.read" | "settings.write" | "audit.read" | "payments_account.manage" | "keys.manage" | "staff.manage")[];
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description The last four characters of the secret. */
                            hint: string;
                            /** @description An id, `key_…`. */
                            id: string;
                            last_used_at: string | null;
                            name: string;
                            /** @enum {string} */
                            object: "api_key";
                            permissions: string[];
                            revoked_at: string | null;
                            /** @description Shown once, when the key is made. */
                            secret?: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api_keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description Needs the permission `keys.manage`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description The last four characters of the secret. */
                            hint: string;
                            /** @description An id, `key_…`. */
                            id: string;
                            last_used_at: string | null;
                            name: string;
                            /** @enum {string} */
                            object: "api_key";
                            permissions: string[];
                            revoked_at: string | null;
                            /** @description Shown once, when the key is made. */
                            secret?: string | null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a credit back from an invoice, which is owed again
         * @description Needs the permission `credits.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `app_…`. */
                            id: string;
                            /** @description An id, `inv_…`. */
                            invoice: string;
                            invoice_number: string;
                            /** @enum {string} */
                            object: "application";
                            /** @description In minor units. */
                            reversed_amount: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List appointments, newest first
         * @description Needs the permission `customers.read`.
         */
        get: {
            parameters: {
                query?: {
                    customer?: string;
                    limit?: number;
                    starting_after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Appointment"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Note an appointment of a customer
         * @description Needs the permission `customers.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description An id, `cus_…`. */
                        customer: string;
                        external_id?: string | null;
                        /** @description Custom attributes: `rent_due` is `{ customer.meta_rent_due }` in a template. */
                        meta?: {
                            [key: string]: string;
                        };
                        source?: string | null;
                        /** @description ISO 8601 with its offset, or Z. */
                        starts_at: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            external_id: string | null;
                            /** @description An id, `apt_…`. */
                            id: string;
                            meta: {
                                [key: string]: string;
                            };
                            /** @enum {string} */
                            object: "appointment";
                            source: string | null;
                            /** @description ISO 8601, UTC. */
                            starts_at: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an appointment
         * @description Needs the permission `customers.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            external_id: string | null;
                            /** @description An id, `apt_…`. */
                            id: string;
                            meta: {
                                [key: string]: string;
                            };
                            /** @enum {string} */
                            object: "appointment";
                            source: string | null;
                            /** @description ISO 8601, UTC. */
                            starts_at: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Remove an appointment that does not take place
         * @description Needs the permission `customers.write`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            deleted: true;
                            /** @description An id, `apt_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "appointment";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Move an appointment, or say anew what it is about: meta replaces all of its attributes
         * @description Needs the permission `customers.write`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Custom attributes: `rent_due` is `{ customer.meta_rent_due }` in a template. */
                        meta?: {
                            [key: string]: string;
                        };
                        /** @description ISO 8601 with its offset, or Z. */
                        starts_at?: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            external_id: string | null;
                            /** @description An id, `apt_…`. */
                            id: string;
                            meta: {
                                [key: string]: string;
                            };
                            /** @enum {string} */
                            object: "appointment";
                            source: string | null;
                            /** @description ISO 8601, UTC. */
                            starts_at: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a document, as itself: a PDF, PNG, JPEG or WebP file of at most 10 MB
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query: {
                    file_name: string;
                };
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {unknown} */
                            content_type: "application/pdf" | "image/png" | "image/jpeg" | "image/webp";
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            file_name: string;
                            /** @description An id, `att_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "attachment";
                            /** @description Hexadecimal. */
                            sha256: string;
                            /** @description In bytes. */
                            size: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read about a document
         * @description Needs the permission `requests.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {unknown} */
                            content_type: "application/pdf" | "image/png" | "image/jpeg" | "image/webp";
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            file_name: string;
                            /** @description An id, `att_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "attachment";
                            /** @description Hexadecimal. */
                            sha256: string;
                            /** @description In bytes. */
                            size: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a document that nothing uses
         * @description Needs the permission `requests.send`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {unknown} */
                            content_type: "application/pdf" | "image/png" | "image/jpeg" | "image/webp";
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            file_name: string;
                            /** @description An id, `att_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "attachment";
                            /** @description Hexadecimal. */
                            sha256: string;
                            /** @description In bytes. */
                            size: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attachments/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a document
         * @description Needs the permission `requests.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The document. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit_events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit trail, newest first
         * @description Needs the permission `audit.read`.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `usr_…`, `key_…`, `lnk_…`, or a kind of actor. */
                    actor?: string;
                    limit?: number;
                    starting_after?: string;
                    type?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["AuditEvent"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bank_deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was taken to your bank, newest first
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    starting_after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["BankDeposit"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Say that cash and cheques were taken to your bank
         * @description Needs the permission `payments.receive`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        deposited_on: string;
                        payments: string[];
                        reference?: string | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** Format: date */
                            deposited_on: string;
                            /** @description An id, `bdp_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "bank_deposit";
                            payments: string[];
                            reference: string | null;
                            undo_reason: string | null;
                            undone_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bank_deposits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what was taken to your bank in one go
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** Format: date */
                            deposited_on: string;
                            /** @description An id, `bdp_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "bank_deposit";
                            payments: string[];
                            reference: string | null;
                            undo_reason: string | null;
                            undone_at: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bank_deposits/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a deposit as a whole: what it was of waits to be banked again
         * @description Needs the permission `payments.receive`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: text */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** Format: date */
                            deposited_on: string;
                            /** @description An id, `bdp_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "bank_deposit";
                            payments: string[];
                            reference: string | null;
                            undo_reason: string | null;
                            undone_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk_sends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List bulk sends, newest first
         * @description Needs the permission `requests.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    format?: "json" | "csv";
                    limit?: number;
                    starting_after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["BulkSend"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Send payment links for up to 10,000 invoices, one link to each customer for the sum, or statements to up to 10,000 customers
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description In place of the customers’ own addresses. */
                        emails?: {
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** Format: mailbox */
                            email: string;
                        }[];
                        invoices: string[];
                        /** @enum {string} */
                        kind: "payment_links";
                        message?: string | null;
                    } | {
                        customers: string[];
                        /** @description In place of the customers’ own addresses. */
                        emails?: {
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** Format: mailbox */
                            email: string;
                        }[];
                        /** @enum {string} */
                        kind: "statements";
                        message?: string | null;
                        statement: {
                            /**
                             * Format: date
                             * @description The day whose end they are of; today unless told.
                             */
                            as_of?: string;
                            /** Format: date */
                            from?: string;
                            /** @enum {unknown} */
                            kind: "balance_forward" | "open_items" | "transactions";
                            /** @description Whether they carry a payment link; else as the setting `invoice.manual_link` says. */
                            payment_link?: boolean;
                        };
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            canceled_at: string | null;
                            /** @description How many customers stand where. */
                            counts: {
                                canceled: number;
                                /** @description The mail server refused them, or we failed. */
                                failed: number;
                                /** @description Made; their mail waits until the mail server takes it. */
                                queued: number;
                                sent: number;
                                /** @description They get nothing, and their items say why. */
                                skipped: number;
                                total: number;
                                /** @description Their turn has not come. */
                                waiting: number;
                            };
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description An id, `bulk_…`. */
                            id: string;
                            /** @enum {unknown} */
                            kind: "payment_links" | "statements";
                            message: string | null;
                            /** @enum {string} */
                            object: "bulk_send";
                            over_at: string | null;
                            /**
                             * @description done: nothing waits any more. Mails of it may still be queued.
                             * @enum {unknown}
                             */
                            state: "running" | "done" | "canceled";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk_sends/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a bulk send: how many customers stand where
         * @description Needs the permission `requests.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            canceled_at: string | null;
                            /** @description How many customers stand where. */
                            counts: {
                                canceled: number;
                                /** @description The mail server refused them, or we failed. */
                                failed: number;
                                /** @description Made; their mail waits until the mail server takes it. */
                                queued: number;
                                sent: number;
                                /** @description They get nothing, and their items say why. */
                                skipped: number;
                                total: number;
                                /** @description Their turn has not come. */
                                waiting: number;
                            };
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description An id, `bulk_…`. */
                            id: string;
                            /** @enum {unknown} */
                            kind: "payment_links" | "statements";
                            message: string | null;
                            /** @enum {string} */
                            object: "bulk_send";
                            over_at: string | null;
                            /**
                             * @description done: nothing waits any more. Mails of it may still be queued.
                             * @enum {unknown}
                             */
                            state: "running" | "done" | "canceled";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk_sends/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop what is not sent yet of a bulk send
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            canceled_at: string | null;
                            /** @description How many customers stand where. */
                            counts: {
                                canceled: number;
                                /** @description The mail server refused them, or we failed. */
                                failed: number;
                                /** @description Made; their mail waits until the mail server takes it. */
                                queued: number;
                                sent: number;
                                /** @description They get nothing, and their items say why. */
                                skipped: number;
                                total: number;
                                /** @description Their turn has not come. */
                                waiting: number;
                            };
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description An id, `bulk_…`. */
                            id: string;
                            /** @enum {unknown} */
                            kind: "payment_links" | "statements";
                            message: string | null;
                            /** @enum {string} */
                            object: "bulk_send";
                            over_at: string | null;
                            /**
                             * @description done: nothing waits any more. Mails of it may still be queued.
                             * @enum {unknown}
                             */
                            state: "running" | "done" | "canceled";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk_sends/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what each customer gets of a bulk send, in the order in which it is sent
         * @description Needs the permission `requests.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    format?: "json" | "csv";
                    limit?: number;
                    starting_after?: string;
                    state?: "waiting" | "queued" | "sent" | "skipped" | "failed" | "canceled";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["BulkSendItem"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk_sends/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show who would get what, to which address, and who nothing and why; it sends nothing
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description In place of the customers’ own addresses. */
                        emails?: {
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** Format: mailbox */
                            email: string;
                        }[];
                        invoices: string[];
                        /** @enum {string} */
                        kind: "payment_links";
                        message?: string | null;
                    } | {
                        customers: string[];
                        /** @description In place of the customers’ own addresses. */
                        emails?: {
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** Format: mailbox */
                            email: string;
                        }[];
                        /** @enum {string} */
                        kind: "statements";
                        message?: string | null;
                        statement: {
                            /**
                             * Format: date
                             * @description The day whose end they are of; today unless told.
                             */
                            as_of?: string;
                            /** Format: date */
                            from?: string;
                            /** @enum {unknown} */
                            kind: "balance_forward" | "open_items" | "transactions";
                            /** @description Whether they carry a payment link; else as the setting `invoice.manual_link` says. */
                            payment_link?: boolean;
                        };
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description In minor units. */
                                amount: number;
                                /** @description ISO 4217, lower case. */
                                currency: string;
                                /** @description An id, `cus_…`. */
                                customer: string;
                                customer_name: string;
                                email: string | null;
                                /** @description How many would be asked for. */
                                invoices: number;
                                /** @description Invoices that were ticked and are not asked for, and why. */
                                left_out: {
                                    /** @description An id, `inv_…`. */
                                    invoice: string;
                                    number: string;
                                    /** @enum {unknown} */
                                    why: "paid" | "not_owed" | "being_paid" | "asked_already";
                                }[];
                                refusal: {
                                    code: string;
                                    detail: string;
                                } | null;
                            }[];
                            /** @enum {string} */
                            object: "bulk_send_preview";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The company: names, contact, zone
         * @description Needs the permission `settings.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address_lines: string[];
                            country: string;
                            currency: string;
                            email: string | null;
                            /** @description An id, `co_…`. */
                            id: string;
                            /** @enum {unknown} */
                            language: "en" | "fr";
                            legal_name: string;
                            logo: {
                                /** @description ISO 8601, UTC. */
                                changed_at: string;
                                height: number;
                                width: number;
                            } | null;
                            name: string;
                            /** @enum {string} */
                            object: "company";
                            phone: string | null;
                            statement_descriptor: string | null;
                            tax_id: string | null;
                            time_zone: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is named; pay pages show it within seconds, documents from then on
         * @description Needs the permission `settings.write`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address_lines?: string[];
                        email?: string | null;
                        /** @enum {unknown} */
                        language?: "en" | "fr";
                        /** Format: text */
                        legal_name?: string;
                        /** Format: text */
                        name?: string;
                        phone?: string | null;
                        statement_descriptor?: string | null;
                        tax_id?: string | null;
                        time_zone?: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address_lines: string[];
                            country: string;
                            currency: string;
                            email: string | null;
                            /** @description An id, `co_…`. */
                            id: string;
                            /** @enum {unknown} */
                            language: "en" | "fr";
                            legal_name: string;
                            logo: {
                                /** @description ISO 8601, UTC. */
                                changed_at: string;
                                height: number;
                                width: number;
                            } | null;
                            name: string;
                            /** @enum {string} */
                            object: "company";
                            phone: string | null;
                            statement_descriptor: string | null;
                            tax_id: string | null;
                            time_zone: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/company/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The logo as documents show it: a PNG, drawn from what was sent
         * @description Needs the permission `settings.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The document. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
            };
        };
        /**
         * Show a logo: the PNG or JPEG itself, at most 512 KB and 2000 × 2000 pixels. It is drawn anew; pay pages show it within seconds, mails and documents from then on
         * @description Needs the permission `settings.write`.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address_lines: string[];
                            country: string;
                            currency: string;
                            email: string | null;
                            /** @description An id, `co_…`. */
                            id: string;
                            /** @enum {unknown} */
                            language: "en" | "fr";
                            legal_name: string;
                            logo: {
                                /** @description ISO 8601, UTC. */
                                changed_at: string;
                                height: number;
                                width: number;
                            } | null;
                            name: string;
                            /** @enum {string} */
                            object: "company";
                            phone: string | null;
                            statement_descriptor: string | null;
                            tax_id: string | null;
                            time_zone: string;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Show no logo; pages show the first letter of the name again
         * @description Needs the permission `settings.write`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address_lines: string[];
                            country: string;
                            currency: string;
                            email: string | null;
                            /** @description An id, `co_…`. */
                            id: string;
                            /** @enum {unknown} */
                            language: "en" | "fr";
                            legal_name: string;
                            logo: {
                                /** @description ISO 8601, UTC. */
                                changed_at: string;
                                height: number;
                                width: number;
                            } | null;
                            name: string;
                            /** @enum {string} */
                            object: "company";
                            phone: string | null;
                            statement_descriptor: string | null;
                            tax_id: string | null;
                            time_zone: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit_notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List credit notes, newest first, with those that are not issued yet
         * @description Needs the permission `invoices.read`.
         */
        get: {
            parameters: {
                query?: {
                    customer?: string;
                    invoice?: string;
                    /** @description Only those that were issued, or only those that were not. */
                    issued?: boolean;
                    limit?: number;
                    starting_after?: string;
                    status?: "draft" | "pending_approval" | "rejected" | "issued" | "void";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["CreditNote"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Issue a credit note, for an invoice or for a customer; where the company wants it approved first, it waits (pending_approval)
         * @description Needs the permission `credits.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Whether it settles its invoice at once, as far as that is open; true. */
                        apply?: boolean;
                        /** @description ISO 4217, lower case. */
                        currency?: string;
                        /** @description An id, `cus_…`. */
                        customer?: string;
                        /** @description An id, `inv_…`. */
                        invoice?: string;
                        /** Format: date */
                        issued_on?: string;
                        lines: {
                            /** Format: text */
                            description: string;
                            /** @description A decimal number, as text. */
                            quantity: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                            unit?: string | null;
                            /** @description A decimal number, as text. */
                            unit_price: string;
                        }[];
                        reason?: string | null;
                        tax_included?: boolean;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            approval: {
                                applies: number | null;
                                decided_at: string | null;
                                decided_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                } | null;
                                rejected_for: string | null;
                                /** @description Which version it is; say it when you approve or reject it. */
                                revision: number;
                                /** @description ISO 8601, UTC. */
                                submitted_at: string;
                                written_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                };
                            } | null;
                            buyer: {
                                address_lines: string[];
                                email: string | null;
                                name: string;
                                tax_id: string | null;
                            };
                            /** @description In minor units. */
                            charges: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            credit: string | null;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @description An id, `cn_…`. */
                            id: string;
                            invoice: string | null;
                            invoice_reference: string | null;
                            issued_on: string | null;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                quantity: string | null;
                                tax_rate: string | null;
                                unit: string | null;
                                unit_price: string | null;
                            }[];
                            number: string | null;
                            /** @enum {string} */
                            object: "credit_note";
                            /** @description Whether it was open when the company began to keep its books here. */
                            opening_balance: boolean;
                            original: string | null;
                            reason: string | null;
                            /** @description What is left of its credit, in minor units. */
                            remaining: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @enum {unknown} */
                            series: "own" | "external";
                            /**
                             * @description draft, pending_approval and rejected: not issued, so that it settles nothing and is no credit.
                             * @enum {unknown}
                             */
                            status: "draft" | "pending_approval" | "rejected" | "issued" | "void";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description In minor units. */
                            total: number;
                            /** @description UNTDID 1001, as EN 16931 uses it: 381, 261… */
                            type_code: string;
                            voided_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit_notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a credit note
         * @description Needs the permission `invoices.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            approval: {
                                applies: number | null;
                                decided_at: string | null;
                                decided_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                } | null;
                                rejected_for: string | null;
                                /** @description Which version it is; say it when you approve or reject it. */
                                revision: number;
                                /** @description ISO 8601, UTC. */
                                submitted_at: string;
                                written_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                };
                            } | null;
                            buyer: {
                                address_lines: string[];
                                email: string | null;
                                name: string;
                                tax_id: string | null;
                            };
                            /** @description In minor units. */
                            charges: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            credit: string | null;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @description An id, `cn_…`. */
                            id: string;
                            invoice: string | null;
                            invoice_reference: string | null;
                            issued_on: string | null;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                quantity: string | null;
                                tax_rate: string | null;
                                unit: string | null;
                                unit_price: string | null;
                            }[];
                            number: string | null;
                            /** @enum {string} */
                            object: "credit_note";
                            /** @description Whether it was open when the company began to keep its books here. */
                            opening_balance: boolean;
                            original: string | null;
                            reason: string | null;
                            /** @description What is left of its credit, in minor units. */
                            remaining: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @enum {unknown} */
                            series: "own" | "external";
                            /**
                             * @description draft, pending_approval and rejected: not issued, so that it settles nothing and is no credit.
                             * @enum {unknown}
                             */
                            status: "draft" | "pending_approval" | "rejected" | "issued" | "void";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description In minor units. */
                            total: number;
                            /** @description UNTDID 1001, as EN 16931 uses it: 381, 261… */
                            type_code: string;
                            voided_at: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a credit note that was reopened (a draft); only who wrote it does
         * @description Needs the permission `credits.write`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        apply?: boolean;
                        issued_on?: string | null;
                        lines?: {
                            /** Format: text */
                            description: string;
                            /** @description A decimal number, as text. */
                            quantity: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                            unit?: string | null;
                            /** @description A decimal number, as text. */
                            unit_price: string;
                        }[];
                        reason?: string | null;
                        tax_included?: boolean;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            approval: {
                                applies: number | null;
                                decided_at: string | null;
                                decided_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                } | null;
                                rejected_for: string | null;
                                /** @description Which version it is; say it when you approve or reject it. */
                                revision: number;
                                /** @description ISO 8601, UTC. */
                                submitted_at: string;
                                written_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                };
                            } | null;
                            buyer: {
                                address_lines: string[];
                                email: string | null;
                                name: string;
                                tax_id: string | null;
                            };
                            /** @description In minor units. */
                            charges: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            credit: string | null;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @description An id, `cn_…`. */
                            id: string;
                            invoice: string | null;
                            invoice_reference: string | null;
                            issued_on: string | null;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                quantity: string | null;
                                tax_rate: string | null;
                                unit: string | null;
                                unit_price: string | null;
                            }[];
                            number: string | null;
                            /** @enum {string} */
                            object: "credit_note";
                            /** @description Whether it was open when the company began to keep its books here. */
                            opening_balance: boolean;
                            original: string | null;
                            reason: string | null;
                            /** @description What is left of its credit, in minor units. */
                            remaining: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @enum {unknown} */
                            series: "own" | "external";
                            /**
                             * @description draft, pending_approval and rejected: not issued, so that it settles nothing and is no credit.
                             * @enum {unknown}
                             */
                            status: "draft" | "pending_approval" | "rejected" | "issued" | "void";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description In minor units. */
                            total: number;
                            /** @description UNTDID 1001, as EN 16931 uses it: 381, 261… */
                            type_code: string;
                            voided_at: string | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/credit_notes/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a credit note that somebody else wrote, which issues it; for people, not for API keys, and refused where its invoice is not as it was when it was submitted
         * @description Needs the permission `credits.approve`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The revision that was seen; another one is refused. */
                        revision?: number;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            approval: {
                                applies: number | null;
                                decided_at: string | null;
                                decided_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                } | null;
                                rejected_for: string | null;
                                /** @description Which version it is; say it when you approve or reject it. */
                                revision: number;
                                /** @description ISO 8601, UTC. */
                                submitted_at: string;
                                written_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                };
                            } | null;
                            buyer: {
                                address_lines: string[];
                                email: string | null;
                                name: string;
                                tax_id: string | null;
                            };
                            /** @description In minor units. */
                            charges: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            credit: string | null;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @description An id, `cn_…`. */
                            id: string;
                            invoice: string | null;
                            invoice_reference: string | null;
                            issued_on: string | null;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                quantity: string | null;
                                tax_rate: string | null;
                                unit: string | null;
                                unit_price: string | null;
                            }[];
                            number: string | null;
                            /** @enum {string} */
                            object: "credit_note";
                            /** @description Whether it was open when the company began to keep its books here. */
                            opening_balance: boolean;
                            original: string | null;
                            reason: string | null;
                            /** @description What is left of its credit, in minor units. */
                            remaining: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @enum {unknown} */
                            series: "own" | "external";
                            /**
                             * @description draft, pending_approval and rejected: not issued, so that it settles nothing and is no credit.
                             * @enum {unknown}
                             */
                            status: "draft" | "pending_approval" | "rejected" | "issued" | "void";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description In minor units. */
                            total: number;
                            /** @description UNTDID 1001, as EN 16931 uses it: 381, 261… */
                            type_code: string;
                            voided_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit_notes/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Print a credit note
         * @description Needs the permission `invoices.read`.
         */
        get: {
            parameters: {
                query?: {
                    language?: "en" | "fr";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The document. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit_notes/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a credit note back to who wrote it, with why; for people, not for API keys
         * @description Needs the permission `credits.approve`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: text */
                        reason: string;
                        /** @description The revision that was seen; another one is refused. */
                        revision?: number;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            approval: {
                                applies: number | null;
                                decided_at: string | null;
                                decided_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                } | null;
                                rejected_for: string | null;
                                /** @description Which version it is; say it when you approve or reject it. */
                                revision: number;
                                /** @description ISO 8601, UTC. */
                                submitted_at: string;
                                written_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                };
                            } | null;
                            buyer: {
                                address_lines: string[];
                                email: string | null;
                                name: string;
                                tax_id: string | null;
                            };
                            /** @description In minor units. */
                            charges: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            credit: string | null;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @description An id, `cn_…`. */
                            id: string;
                            invoice: string | null;
                            invoice_reference: string | null;
                            issued_on: string | null;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                quantity: string | null;
                                tax_rate: string | null;
                                unit: string | null;
                                unit_price: string | null;
                            }[];
                            number: string | null;
                            /** @enum {string} */
                            object: "credit_note";
                            /** @description Whether it was open when the company began to keep its books here. */
                            opening_balance: boolean;
                            original: string | null;
                            reason: string | null;
                            /** @description What is left of its credit, in minor units. */
                            remaining: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @enum {unknown} */
                            series: "own" | "external";
                            /**
                             * @description draft, pending_approval and rejected: not issued, so that it settles nothing and is no credit.
                             * @enum {unknown}
                             */
                            status: "draft" | "pending_approval" | "rejected" | "issued" | "void";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description In minor units. */
                            total: number;
                            /** @description UNTDID 1001, as EN 16931 uses it: 381, 261… */
                            type_code: string;
                            voided_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit_notes/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a credit note that was submitted or rejected, to change it; only who wrote it does
         * @description Needs the permission `credits.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            approval: {
                                applies: number | null;
                                decided_at: string | null;
                                decided_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                } | null;
                                rejected_for: string | null;
                                /** @description Which version it is; say it when you approve or reject it. */
                                revision: number;
                                /** @description ISO 8601, UTC. */
                                submitted_at: string;
                                written_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                };
                            } | null;
                            buyer: {
                                address_lines: string[];
                                email: string | null;
                                name: string;
                                tax_id: string | null;
                            };
                            /** @description In minor units. */
                            charges: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            credit: string | null;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @description An id, `cn_…`. */
                            id: string;
                            invoice: string | null;
                            invoice_reference: string | null;
                            issued_on: string | null;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                quantity: string | null;
                                tax_rate: string | null;
                                unit: string | null;
                                unit_price: string | null;
                            }[];
                            number: string | null;
                            /** @enum {string} */
                            object: "credit_note";
                            /** @description Whether it was open when the company began to keep its books here. */
                            opening_balance: boolean;
                            original: string | null;
                            reason: string | null;
                            /** @description What is left of its credit, in minor units. */
                            remaining: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @enum {unknown} */
                            series: "own" | "external";
                            /**
                             * @description draft, pending_approval and rejected: not issued, so that it settles nothing and is no credit.
                             * @enum {unknown}
                             */
                            status: "draft" | "pending_approval" | "rejected" | "issued" | "void";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description In minor units. */
                            total: number;
                            /** @description UNTDID 1001, as EN 16931 uses it: 381, 261… */
                            type_code: string;
                            voided_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit_notes/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for approval of a draft, as its invoice stands now; where it needs none any more, it is issued
         * @description Needs the permission `credits.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            approval: {
                                applies: number | null;
                                decided_at: string | null;
                                decided_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                } | null;
                                rejected_for: string | null;
                                /** @description Which version it is; say it when you approve or reject it. */
                                revision: number;
                                /** @description ISO 8601, UTC. */
                                submitted_at: string;
                                written_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                };
                            } | null;
                            buyer: {
                                address_lines: string[];
                                email: string | null;
                                name: string;
                                tax_id: string | null;
                            };
                            /** @description In minor units. */
                            charges: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            credit: string | null;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @description An id, `cn_…`. */
                            id: string;
                            invoice: string | null;
                            invoice_reference: string | null;
                            issued_on: string | null;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                quantity: string | null;
                                tax_rate: string | null;
                                unit: string | null;
                                unit_price: string | null;
                            }[];
                            number: string | null;
                            /** @enum {string} */
                            object: "credit_note";
                            /** @description Whether it was open when the company began to keep its books here. */
                            opening_balance: boolean;
                            original: string | null;
                            reason: string | null;
                            /** @description What is left of its credit, in minor units. */
                            remaining: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @enum {unknown} */
                            series: "own" | "external";
                            /**
                             * @description draft, pending_approval and rejected: not issued, so that it settles nothing and is no credit.
                             * @enum {unknown}
                             */
                            status: "draft" | "pending_approval" | "rejected" | "issued" | "void";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description In minor units. */
                            total: number;
                            /** @description UNTDID 1001, as EN 16931 uses it: 381, 261… */
                            type_code: string;
                            voided_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit_notes/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void a credit note of which nothing is used; of one that is not issued, who wrote it drops it so
         * @description Needs the permission `credits.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            approval: {
                                applies: number | null;
                                decided_at: string | null;
                                decided_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                } | null;
                                rejected_for: string | null;
                                /** @description Which version it is; say it when you approve or reject it. */
                                revision: number;
                                /** @description ISO 8601, UTC. */
                                submitted_at: string;
                                written_by: {
                                    id: string;
                                    name: string | null;
                                    /** @description staff or api_key */
                                    type: string;
                                };
                            } | null;
                            buyer: {
                                address_lines: string[];
                                email: string | null;
                                name: string;
                                tax_id: string | null;
                            };
                            /** @description In minor units. */
                            charges: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            credit: string | null;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @description An id, `cn_…`. */
                            id: string;
                            invoice: string | null;
                            invoice_reference: string | null;
                            issued_on: string | null;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                quantity: string | null;
                                tax_rate: string | null;
                                unit: string | null;
                                unit_price: string | null;
                            }[];
                            number: string | null;
                            /** @enum {string} */
                            object: "credit_note";
                            /** @description Whether it was open when the company began to keep its books here. */
                            opening_balance: boolean;
                            original: string | null;
                            reason: string | null;
                            /** @description What is left of its credit, in minor units. */
                            remaining: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @enum {unknown} */
                            series: "own" | "external";
                            /**
                             * @description draft, pending_approval and rejected: not issued, so that it settles nothing and is no credit.
                             * @enum {unknown}
                             */
                            status: "draft" | "pending_approval" | "rejected" | "issued" | "void";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description In minor units. */
                            total: number;
                            /** @description UNTDID 1001, as EN 16931 uses it: 381, 261… */
                            type_code: string;
                            voided_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit_notes/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import open credits as CSV (text/csv), in the columns of invoices: each becomes a credit note of its own number, and is applied to nothing
         * @description Needs the permission `credits.write`.
         */
        post: {
            parameters: {
                query?: {
                    /** @description ISO 4217, lower case. */
                    currency?: string;
                    /** @description CSV: say what would be imported, and import nothing. */
                    dry_run?: boolean;
                    /** @description CSV: these were open when the company began to keep its books here, so they are booked against opening balances (3000), and not as sales, returns and tax of today. */
                    opening_balances?: boolean;
                    /** @description CSV: the system that the file is of. A number is imported once of each. Default: csv. */
                    source?: string;
                };
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Numbers that this source had brought before; they stay as they are. */
                            already_imported: string[];
                            customers_created: number;
                            dry_run: boolean;
                            /** @description What the file was read as: utf-8, utf-16le or windows-1252. */
                            encoding: string;
                            ignored_columns: string[];
                            imported: {
                                id: string | null;
                                number: string;
                            }[];
                            /** @description Lines of the file, without its heading. */
                            lines: number;
                            /** @enum {string} */
                            object: "credit_import";
                            source: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List credits: money that customers have with you
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: {
                    customer?: string;
                    limit?: number;
                    /** @description Only those of which something is left. */
                    open?: boolean;
                    starting_after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Credit"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a credit with what it was applied to
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            applications: components["schemas"]["Application"][];
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            credit_note: string | null;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            customer: string | null;
                            /** @description An id, `crd_…`. */
                            id: string;
                            /** @enum {unknown} */
                            kind: "prepayment" | "overpayment" | "credit_note";
                            /** @enum {string} */
                            object: "credit";
                            payment: string | null;
                            /** @description In minor units. */
                            remaining: number;
                            voided_at: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credits/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply a credit to invoices of its customer; without any, to the oldest due first
         * @description Needs the permission `credits.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        invoices?: {
                            /** @description In minor units. */
                            amount?: number;
                            /** @description An id, `inv_…`. */
                            invoice: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            applications: components["schemas"]["Application"][];
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            credit_note: string | null;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            customer: string | null;
                            /** @description An id, `crd_…`. */
                            id: string;
                            /** @enum {unknown} */
                            kind: "prepayment" | "overpayment" | "credit_note";
                            /** @enum {string} */
                            object: "credit";
                            payment: string | null;
                            /** @description In minor units. */
                            remaining: number;
                            voided_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credits/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund a credit, back to the payment that it came from
         * @description Needs the permission `refunds.create`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description In minor units. */
                        amount?: number;
                        /** @description An id, `pay_…`. */
                        payment?: string;
                        reason?: string | null;
                        reason_code?: ("requested_by_customer" | "duplicate" | "fraudulent" | "order_canceled" | "goods_returned" | "not_delivered" | "price_corrected" | "other") | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            bank_reference: string | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            failure_reason: string | null;
                            /**
                             * @description The processor, back to what it was paid by; or somebody by hand, who recorded it.
                             * @enum {unknown}
                             */
                            given_by: "processor" | "cheque" | "cash" | "wire" | "other";
                            given_on: string | null;
                            given_reference: string | null;
                            /** @description An id, `ref_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "refund";
                            /** @description An id, `pay_…`. */
                            payment: string;
                            processor_reference: string | null;
                            reason: string | null;
                            reason_code: ("requested_by_customer" | "duplicate" | "fraudulent" | "order_canceled" | "goods_returned" | "not_delivered" | "price_corrected" | "other") | null;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            state: "requested" | "pending" | "succeeded" | "failed" | "canceled";
                            /** @enum {unknown} */
                            treatment: "prepayment" | "reopen_invoice" | "reduce_sale";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List or search customers
         * @description Needs the permission `customers.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    format?: "json" | "csv";
                    limit?: number;
                    /** @description Part of a name, company, code, e-mail or phone, of the customer or a contact. */
                    q?: string;
                    starting_after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Customer"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Create a customer
         * @description Needs the permission `customers.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address_lines?: string[];
                        code?: string | null;
                        country?: string | null;
                        email?: string | null;
                        external_id?: string | null;
                        language?: ("en" | "fr") | null;
                        /** @description Custom attributes: `rent_due` is `{ customer.meta_rent_due }` in a template. */
                        meta?: {
                            [key: string]: string;
                        };
                        methods?: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
                        /** Format: text */
                        name: string;
                        payment_links_enabled?: boolean;
                        phone?: string | null;
                        source?: string | null;
                        tax_id?: string | null;
                        time_zone?: string | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address_lines: string[];
                            code: string | null;
                            contacts: components["schemas"]["Contact"][];
                            country: string | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            email: string | null;
                            external_id: string | null;
                            /** @description An id, `cus_…`. */
                            id: string;
                            language: ("en" | "fr") | null;
                            meta: {
                                [key: string]: string;
                            };
                            methods: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
                            name: string;
                            /** @enum {string} */
                            object: "customer";
                            payment_links_enabled: boolean;
                            phone: string | null;
                            source: string | null;
                            tax_id: string | null;
                            time_zone: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a customer
         * @description Needs the permission `customers.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address_lines: string[];
                            code: string | null;
                            contacts: components["schemas"]["Contact"][];
                            country: string | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            email: string | null;
                            external_id: string | null;
                            /** @description An id, `cus_…`. */
                            id: string;
                            language: ("en" | "fr") | null;
                            meta: {
                                [key: string]: string;
                            };
                            methods: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
                            name: string;
                            /** @enum {string} */
                            object: "customer";
                            payment_links_enabled: boolean;
                            phone: string | null;
                            source: string | null;
                            tax_id: string | null;
                            time_zone: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a customer
         * @description Needs the permission `customers.write`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address_lines?: string[];
                        code?: string | null;
                        country?: string | null;
                        email?: string | null;
                        language?: ("en" | "fr") | null;
                        /** @description Custom attributes: `rent_due` is `{ customer.meta_rent_due }` in a template. */
                        meta?: {
                            [key: string]: string;
                        };
                        methods?: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
                        /** Format: text */
                        name?: string;
                        payment_links_enabled?: boolean;
                        phone?: string | null;
                        tax_id?: string | null;
                        time_zone?: string | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address_lines: string[];
                            code: string | null;
                            contacts: components["schemas"]["Contact"][];
                            country: string | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            email: string | null;
                            external_id: string | null;
                            /** @description An id, `cus_…`. */
                            id: string;
                            language: ("en" | "fr") | null;
                            meta: {
                                [key: string]: string;
                            };
                            methods: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
                            name: string;
                            /** @enum {string} */
                            object: "customer";
                            payment_links_enabled: boolean;
                            phone: string | null;
                            source: string | null;
                            tax_id: string | null;
                            time_zone: string | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/customers/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a contact
         * @description Needs the permission `customers.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email?: string | null;
                        /** Format: text */
                        name: string;
                        phone?: string | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string | null;
                            /** @description An id, `con_…`. */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            object: "contact";
                            phone: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/contacts/{contact}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a contact. Links that were sent to the address can still be paid
         * @description Needs the permission `customers.write`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contact: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            deleted: true;
                            /** @description An id, `con_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "contact";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a contact. What was sent to the address before, and its links, stay as they are
         * @description Needs the permission `customers.write`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contact: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email?: string | null;
                        /** Format: text */
                        name?: string;
                        phone?: string | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string | null;
                            /** @description An id, `con_…`. */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            object: "contact";
                            phone: string | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/customers/{id}/method_requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the forms that a customer was sent, the newest twenty
         * @description Needs the permission `payment_methods.request`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["MethodRequest"][];
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Mail a customer a form for a card or a bank account, good once and for four hours
         * @description Needs the permission `payment_methods.request`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: mailbox */
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            completed_at: string | null;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            email: string;
                            /** @description ISO 8601, UTC. */
                            expires_at: string;
                            /** @description An id, `pmr_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "method_request";
                            payment_method: string | null;
                            /** @description ISO 8601, UTC. */
                            sent_at: string;
                            /** @enum {unknown} */
                            status: "open" | "completed" | "expired" | "revoked";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/payment_methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a customer lets the company keep to be charged
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["PaymentMethod"][];
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read on which days a customer is reminded
         * @description Needs the permission `customers.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /**
                             * @description company: on the company’s days. off: never, by the schedule. own: on other days, given as `offsets`.
                             * @enum {unknown}
                             */
                            mode: "company" | "off" | "own";
                            /** @enum {string} */
                            object: "customer_reminders";
                            offsets: number[] | null;
                        };
                    };
                };
            };
        };
        /**
         * Change on which days a customer is reminded, or that they never are
         * @description Needs the permission `customers.write`.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description company: on the company’s days. off: never, by the schedule. own: on other days, given as `offsets`.
                         * @enum {unknown}
                         */
                        mode: "company" | "off" | "own";
                        offsets: number[] | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /**
                             * @description company: on the company’s days. off: never, by the schedule. own: on other days, given as `offsets`.
                             * @enum {unknown}
                             */
                            mode: "company" | "off" | "own";
                            /** @enum {string} */
                            object: "customer_reminders";
                            offsets: number[] | null;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create the customers of a CSV file (text/csv), all or none: name, code, email, phone, language, address, country, tax_id, payment_links_enabled, external_id; and id, of a file that was exported from here
         * @description Needs the permission `customers.write`.
         */
        post: {
            parameters: {
                query?: {
                    /** @description Say what would be imported, and import nothing. */
                    dry_run?: boolean;
                    /** @description The system that external_id is of. Default: csv. */
                    source?: string;
                };
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Lines of customers that are there already, by their id here, code or external id; they stay as they are. */
                            already_there: number[];
                            dry_run: boolean;
                            /** @description What the file was read as: utf-8, utf-16le or windows-1252. */
                            encoding: string;
                            ignored_columns: string[];
                            imported: {
                                id: string | null;
                                name: string;
                            }[];
                            /** @description Lines of the file, without its heading. */
                            lines: number;
                            /** @enum {string} */
                            object: "customer_import";
                            source: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List disputes, newest first
         * @description Needs the permission `payments.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    format?: "json" | "csv";
                    limit?: number;
                    payment?: string;
                    starting_after?: string;
                    status?: "inquiry" | "needs_response" | "under_review" | "won" | "lost" | "closed" | "open";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Dispute"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a dispute
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            /** @description Whether evidence can still be handed in. */
                            can_answer: boolean;
                            charged_back_at: string | null;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            decided_at: string | null;
                            due_by: string | null;
                            evidence: {
                                files: {
                                    [key: string]: string;
                                };
                                texts: {
                                    [key: string]: string;
                                };
                            } | null;
                            /** @description In minor units. */
                            fee: number;
                            fee_currency: string | null;
                            /** @description An id, `dsp_…`. */
                            id: string;
                            network_reason_code: string | null;
                            /** @enum {string} */
                            object: "dispute";
                            /** @description ISO 8601, UTC. */
                            opened_at: string;
                            /** @description An id, `pay_…`. */
                            payment: string;
                            processor_reference: string;
                            /** @description What the payer’s bank says, as the processor names it: fraudulent… */
                            reason: string;
                            reinstated_at: string | null;
                            /**
                             * @description An inquiry only asks; all others took the money, until it is won.
                             * @enum {unknown}
                             */
                            state: "inquiry" | "needs_response" | "under_review" | "won" | "lost" | "closed";
                            submitted_at: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a dispute up: it is lost at once, for good
         * @description Needs the permission `disputes.answer`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            /** @description Whether evidence can still be handed in. */
                            can_answer: boolean;
                            charged_back_at: string | null;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            decided_at: string | null;
                            due_by: string | null;
                            evidence: {
                                files: {
                                    [key: string]: string;
                                };
                                texts: {
                                    [key: string]: string;
                                };
                            } | null;
                            /** @description In minor units. */
                            fee: number;
                            fee_currency: string | null;
                            /** @description An id, `dsp_…`. */
                            id: string;
                            network_reason_code: string | null;
                            /** @enum {string} */
                            object: "dispute";
                            /** @description ISO 8601, UTC. */
                            opened_at: string;
                            /** @description An id, `pay_…`. */
                            payment: string;
                            processor_reference: string;
                            /** @description What the payer’s bank says, as the processor names it: fraudulent… */
                            reason: string;
                            reinstated_at: string | null;
                            /**
                             * @description An inquiry only asks; all others took the money, until it is won.
                             * @enum {unknown}
                             */
                            state: "inquiry" | "needs_response" | "under_review" | "won" | "lost" | "closed";
                            submitted_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What would be handed in for a dispute, as it is gathered now
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description An id, `dsp_…`. */
                            dispute: string;
                            files: {
                                field: string;
                                file_name: string;
                                media_type: string;
                            }[];
                            /** @enum {string} */
                            object: "dispute_evidence";
                            texts: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in evidence for a dispute or an inquiry; that can be done once
         * @description Needs the permission `disputes.answer`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Attachments (PDF, PNG or JPEG) that stand in the place of gathered files; null leaves one out. */
                        files?: {
                            cancellation_policy?: string | null;
                            customer_communication?: string | null;
                            customer_signature?: string | null;
                            duplicate_charge_documentation?: string | null;
                            receipt?: string | null;
                            refund_policy?: string | null;
                            service_documentation?: string | null;
                            shipping_documentation?: string | null;
                            uncategorized_file?: string | null;
                        };
                        /** @description Words that stand in the place of what was gathered; null leaves them out. */
                        texts?: {
                            access_activity_log?: string | null;
                            billing_address?: string | null;
                            cancellation_policy_disclosure?: string | null;
                            cancellation_rebuttal?: string | null;
                            customer_email_address?: string | null;
                            customer_name?: string | null;
                            customer_purchase_ip?: string | null;
                            duplicate_charge_explanation?: string | null;
                            product_description?: string | null;
                            refund_policy_disclosure?: string | null;
                            refund_refusal_explanation?: string | null;
                            service_date?: string | null;
                            shipping_address?: string | null;
                            shipping_carrier?: string | null;
                            shipping_date?: string | null;
                            shipping_tracking_number?: string | null;
                            uncategorized_text?: string | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            /** @description Whether evidence can still be handed in. */
                            can_answer: boolean;
                            charged_back_at: string | null;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            decided_at: string | null;
                            due_by: string | null;
                            evidence: {
                                files: {
                                    [key: string]: string;
                                };
                                texts: {
                                    [key: string]: string;
                                };
                            } | null;
                            /** @description In minor units. */
                            fee: number;
                            fee_currency: string | null;
                            /** @description An id, `dsp_…`. */
                            id: string;
                            network_reason_code: string | null;
                            /** @enum {string} */
                            object: "dispute";
                            /** @description ISO 8601, UTC. */
                            opened_at: string;
                            /** @description An id, `pay_…`. */
                            payment: string;
                            processor_reference: string;
                            /** @description What the payer’s bank says, as the processor names it: fraudulent… */
                            reason: string;
                            reinstated_at: string | null;
                            /**
                             * @description An inquiry only asks; all others took the money, until it is won.
                             * @enum {unknown}
                             */
                            state: "inquiry" | "needs_response" | "under_review" | "won" | "lost" | "closed";
                            submitted_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events, newest first
         * @description Needs the permission `events.read`.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    starting_after?: string;
                    type?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Event"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join by a mailed invitation, and be signed in there
         * @description Needs nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Of the authenticator app, or a recovery code. */
                        code?: string;
                        /** Format: text */
                        name?: string;
                        /** Format: text */
                        password?: string;
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description All that this person works for; PATCH switches. */
                            companies: {
                                /** @description An id, `co_…`. */
                                id: string;
                                name: string;
                                roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                            }[];
                            company: {
                                currency: string;
                                /** @description An id, `co_…`. */
                                id: string;
                                /** @enum {unknown} */
                                language: "en" | "fr";
                                name: string;
                                /** @description Whether no real money moves here. */
                                sandbox: boolean;
                                time_zone: string;
                            };
                            /** @description To be sent as `X-CSRF-Token` with whatever changes something. */
                            csrf_token: string;
                            /** @description ISO 8601, UTC. */
                            expires_at: string;
                            /** @description An id, `ses_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "session";
                            permissions: ("customers.read" | "customers.write" | "invoices.read" | "invoices.write" | "invoices.write_off" | "credits.write" | "credits.approve" | "requests.read" | "requests.send" | "payments.read" | "payments.receive" | "payment_methods.request" | "refunds.create" | "refunds.record" | "disputes.answer" | "templates.read" | "templates.write" | "events.read" | "settings.read" | "settings.write" | "audit.read" | "payments_account.manage" | "keys.manage" | "staff.manage")[];
                            roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                            user: {
                                email: string;
                                /** @description An id, `usr_…`. */
                                id: string;
                                /** @enum {unknown} */
                                language: "en" | "fr";
                                name: string;
                                totp_enabled: boolean;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a mailed invitation is to
         * @description Needs nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            company_name: string;
                            email: string;
                            name: string;
                            /** @description Whether this person has none yet, and so chooses one. */
                            needs_password: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoice_schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invoice schedules, newest first
         * @description Needs the permission `invoices.read`.
         */
        get: {
            parameters: {
                query?: {
                    customer?: string;
                    limit?: number;
                    starting_after?: string;
                    status?: "active" | "paused" | "ended";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["InvoiceSchedule"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Have an invoice issued and e-mailed by itself, every so many weeks or months
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description ISO 4217, lower case. */
                        currency: string;
                        /** @description An id, `cus_…`. */
                        customer: string;
                        discount?: {
                            /** @description A decimal number, as text. */
                            amount: string;
                            /** Format: text */
                            label: string;
                        } | null;
                        due_in_days?: number | null;
                        ends_on?: string | null;
                        /** @description Every so many weeks or months; 1. */
                        every?: number;
                        lines: {
                            /** Format: text */
                            description: string;
                            /** @description A decimal number, as text. */
                            quantity: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                            unit?: string | null;
                            /** @description A decimal number, as text. */
                            unit_price: string;
                        }[];
                        note?: string | null;
                        order_reference?: string | null;
                        shipping?: {
                            /** @description A decimal number, as text. */
                            amount: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                        } | null;
                        /** Format: date */
                        starts_on: string;
                        tax_included?: boolean;
                        /** @enum {unknown} */
                        unit: "week" | "month";
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            discount: {
                                amount: string;
                                label: string;
                            } | null;
                            due_in_days: number | null;
                            ends_on: string | null;
                            every: number;
                            /** @description An id, `sch_…`. */
                            id: string;
                            /** @description Its newest invoices, at most 100. */
                            invoices?: {
                                day: string;
                                /** @description An id, `inv_…`. */
                                invoice: string;
                                outcome: string | null;
                            }[];
                            lines: {
                                description: string;
                                quantity: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                                unit: string | null;
                                unit_price: string;
                            }[];
                            /** @description The next days of it, three at most, from six in the morning of the company on. */
                            next_days: string[];
                            note: string | null;
                            /** @enum {string} */
                            object: "invoice_schedule";
                            order_reference: string | null;
                            revision: number;
                            shipping: {
                                amount: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                            } | null;
                            starts_on: string;
                            /** @enum {unknown} */
                            status: "active" | "paused" | "ended";
                            tax_included: boolean;
                            /** @enum {unknown} */
                            unit: "week" | "month";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoice_schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an invoice schedule, with what it issued
         * @description Needs the permission `invoices.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            discount: {
                                amount: string;
                                label: string;
                            } | null;
                            due_in_days: number | null;
                            ends_on: string | null;
                            every: number;
                            /** @description An id, `sch_…`. */
                            id: string;
                            /** @description Its newest invoices, at most 100. */
                            invoices?: {
                                day: string;
                                /** @description An id, `inv_…`. */
                                invoice: string;
                                outcome: string | null;
                            }[];
                            lines: {
                                description: string;
                                quantity: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                                unit: string | null;
                                unit_price: string;
                            }[];
                            /** @description The next days of it, three at most, from six in the morning of the company on. */
                            next_days: string[];
                            note: string | null;
                            /** @enum {string} */
                            object: "invoice_schedule";
                            order_reference: string | null;
                            revision: number;
                            shipping: {
                                amount: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                            } | null;
                            starts_on: string;
                            /** @enum {unknown} */
                            status: "active" | "paused" | "ended";
                            tax_included: boolean;
                            /** @enum {unknown} */
                            unit: "week" | "month";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what an invoice schedule issues from its next day on. lines, tax_included, discount and shipping are replaced together
         * @description Needs the permission `requests.send`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        discount?: {
                            /** @description A decimal number, as text. */
                            amount: string;
                            /** Format: text */
                            label: string;
                        } | null;
                        due_in_days?: number | null;
                        ends_on?: string | null;
                        lines?: {
                            /** Format: text */
                            description: string;
                            /** @description A decimal number, as text. */
                            quantity: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                            unit?: string | null;
                            /** @description A decimal number, as text. */
                            unit_price: string;
                        }[];
                        note?: string | null;
                        order_reference?: string | null;
                        /** @description The revision that the editor saw; another one is refused. */
                        revision: number;
                        shipping?: {
                            /** @description A decimal number, as text. */
                            amount: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                        } | null;
                        tax_included?: boolean;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            discount: {
                                amount: string;
                                label: string;
                            } | null;
                            due_in_days: number | null;
                            ends_on: string | null;
                            every: number;
                            /** @description An id, `sch_…`. */
                            id: string;
                            /** @description Its newest invoices, at most 100. */
                            invoices?: {
                                day: string;
                                /** @description An id, `inv_…`. */
                                invoice: string;
                                outcome: string | null;
                            }[];
                            lines: {
                                description: string;
                                quantity: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                                unit: string | null;
                                unit_price: string;
                            }[];
                            /** @description The next days of it, three at most, from six in the morning of the company on. */
                            next_days: string[];
                            note: string | null;
                            /** @enum {string} */
                            object: "invoice_schedule";
                            order_reference: string | null;
                            revision: number;
                            shipping: {
                                amount: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                            } | null;
                            starts_on: string;
                            /** @enum {unknown} */
                            status: "active" | "paused" | "ended";
                            tax_included: boolean;
                            /** @enum {unknown} */
                            unit: "week" | "month";
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/invoice_schedules/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an invoice schedule; what it issued stays
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            discount: {
                                amount: string;
                                label: string;
                            } | null;
                            due_in_days: number | null;
                            ends_on: string | null;
                            every: number;
                            /** @description An id, `sch_…`. */
                            id: string;
                            /** @description Its newest invoices, at most 100. */
                            invoices?: {
                                day: string;
                                /** @description An id, `inv_…`. */
                                invoice: string;
                                outcome: string | null;
                            }[];
                            lines: {
                                description: string;
                                quantity: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                                unit: string | null;
                                unit_price: string;
                            }[];
                            /** @description The next days of it, three at most, from six in the morning of the company on. */
                            next_days: string[];
                            note: string | null;
                            /** @enum {string} */
                            object: "invoice_schedule";
                            order_reference: string | null;
                            revision: number;
                            shipping: {
                                amount: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                            } | null;
                            starts_on: string;
                            /** @enum {unknown} */
                            status: "active" | "paused" | "ended";
                            tax_included: boolean;
                            /** @enum {unknown} */
                            unit: "week" | "month";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoice_schedules/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause an invoice schedule: its days pass by
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            discount: {
                                amount: string;
                                label: string;
                            } | null;
                            due_in_days: number | null;
                            ends_on: string | null;
                            every: number;
                            /** @description An id, `sch_…`. */
                            id: string;
                            /** @description Its newest invoices, at most 100. */
                            invoices?: {
                                day: string;
                                /** @description An id, `inv_…`. */
                                invoice: string;
                                outcome: string | null;
                            }[];
                            lines: {
                                description: string;
                                quantity: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                                unit: string | null;
                                unit_price: string;
                            }[];
                            /** @description The next days of it, three at most, from six in the morning of the company on. */
                            next_days: string[];
                            note: string | null;
                            /** @enum {string} */
                            object: "invoice_schedule";
                            order_reference: string | null;
                            revision: number;
                            shipping: {
                                amount: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                            } | null;
                            starts_on: string;
                            /** @enum {unknown} */
                            status: "active" | "paused" | "ended";
                            tax_included: boolean;
                            /** @enum {unknown} */
                            unit: "week" | "month";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoice_schedules/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with an invoice schedule, from today on
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            discount: {
                                amount: string;
                                label: string;
                            } | null;
                            due_in_days: number | null;
                            ends_on: string | null;
                            every: number;
                            /** @description An id, `sch_…`. */
                            id: string;
                            /** @description Its newest invoices, at most 100. */
                            invoices?: {
                                day: string;
                                /** @description An id, `inv_…`. */
                                invoice: string;
                                outcome: string | null;
                            }[];
                            lines: {
                                description: string;
                                quantity: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                                unit: string | null;
                                unit_price: string;
                            }[];
                            /** @description The next days of it, three at most, from six in the morning of the company on. */
                            next_days: string[];
                            note: string | null;
                            /** @enum {string} */
                            object: "invoice_schedule";
                            order_reference: string | null;
                            revision: number;
                            shipping: {
                                amount: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                            } | null;
                            starts_on: string;
                            /** @enum {unknown} */
                            status: "active" | "paused" | "ended";
                            tax_included: boolean;
                            /** @enum {unknown} */
                            unit: "week" | "month";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invoices, newest first
         * @description Needs the permission `invoices.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    /** @description In minor units. */
                    amount_from?: number;
                    /** @description In minor units. */
                    amount_to?: number;
                    created_from?: string;
                    created_to?: string;
                    customer?: string;
                    format?: "json" | "csv";
                    limit?: number;
                    number?: string;
                    /** @description Only those of which something is owed. */
                    open?: boolean;
                    /** @description Part of a reference or number, of a name, or an amount. */
                    q?: string;
                    starting_after?: string;
                    state?: "open" | "void" | "written_off";
                    status?: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Invoice"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Issue an invoice
         * @description Needs the permission `invoices.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description ISO 4217, lower case. */
                        currency: string;
                        /** @description An id, `cus_…`. */
                        customer: string;
                        discount?: {
                            /** @description A decimal number, as text. */
                            amount: string;
                            /** Format: text */
                            label: string;
                        } | null;
                        due_on?: string | null;
                        /** Format: date */
                        issued_on?: string;
                        lines: {
                            /** Format: text */
                            description: string;
                            /** @description A decimal number, as text. */
                            quantity: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                            unit?: string | null;
                            /** @description A decimal number, as text. */
                            unit_price: string;
                        }[];
                        note?: string | null;
                        order_reference?: string | null;
                        shipping?: {
                            /** @description A decimal number, as text. */
                            amount: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                        } | null;
                        tax_included?: boolean;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            buyer: {
                                address_lines: string[];
                                email: string | null;
                                name: string;
                                tax_id: string | null;
                            };
                            /** @description In minor units. */
                            charges: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @enum {unknown} */
                            document_type: "invoice" | "corrected_invoice" | "prepayment_invoice" | "self_billed_invoice" | "recovery_invoice";
                            due_on: string | null;
                            /** @description An id, `inv_…`. */
                            id: string;
                            /** @description In minor units. */
                            in_flight: number;
                            issued_on: string;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                quantity: string | null;
                                tax_rate: string | null;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[] | null;
                                unit: string | null;
                                unit_price: string | null;
                            }[];
                            note: string | null;
                            number: string;
                            /** @enum {string} */
                            object: "invoice";
                            /** @description In minor units. */
                            open: number;
                            /** @description What is open, as decimal text in major units. */
                            open_display: string;
                            /** @description Whether it was open when the company began to keep its books here; its sale and tax are booked elsewhere. */
                            opening_balance: boolean;
                            order_reference: string | null;
                            original: string | null;
                            /** @description In minor units. */
                            prepaid: number;
                            /** @description Of a recovery invoice, which is no sale: the payment that was refunded and that a bank took back as well. */
                            recovers: string | null;
                            refund_label: {
                                en: string;
                                fr: string;
                            } | null;
                            /** @description In minor units. */
                            refunded: number;
                            /** @description Counts its edits, from 1. */
                            revision: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @enum {unknown} */
                            series: "own" | "external";
                            /** @description In minor units. */
                            settled: number;
                            /** @description In minor units. */
                            shipping: number;
                            /** @enum {unknown} */
                            status: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            terms: {
                                discount: {
                                    amount: string;
                                    label: string;
                                } | null;
                                shipping: {
                                    amount: string;
                                    taxes: {
                                        name: string | null;
                                        rate: string;
                                    }[];
                                } | null;
                                tax_included: boolean;
                            } | null;
                            /** @description In minor units. */
                            total: number;
                            /** @description UNTDID 1001, as EN 16931 uses it: 380, 384, 389… */
                            type_code: string;
                            voided_at: string | null;
                            write_off_note: string | null;
                            write_off_reason: ("uncollectible" | "insolvent" | "contested" | "too_small" | "not_found" | "other") | null;
                            /** @description What of it a person gave up, in minor units. */
                            written_off: number;
                            written_off_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an invoice
         * @description Needs the permission `invoices.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            buyer: {
                                address_lines: string[];
                                email: string | null;
                                name: string;
                                tax_id: string | null;
                            };
                            /** @description In minor units. */
                            charges: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @enum {unknown} */
                            document_type: "invoice" | "corrected_invoice" | "prepayment_invoice" | "self_billed_invoice" | "recovery_invoice";
                            due_on: string | null;
                            /** @description An id, `inv_…`. */
                            id: string;
                            /** @description In minor units. */
                            in_flight: number;
                            issued_on: string;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                quantity: string | null;
                                tax_rate: string | null;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[] | null;
                                unit: string | null;
                                unit_price: string | null;
                            }[];
                            note: string | null;
                            number: string;
                            /** @enum {string} */
                            object: "invoice";
                            /** @description In minor units. */
                            open: number;
                            /** @description What is open, as decimal text in major units. */
                            open_display: string;
                            /** @description Whether it was open when the company began to keep its books here; its sale and tax are booked elsewhere. */
                            opening_balance: boolean;
                            order_reference: string | null;
                            original: string | null;
                            /** @description In minor units. */
                            prepaid: number;
                            /** @description Of a recovery invoice, which is no sale: the payment that was refunded and that a bank took back as well. */
                            recovers: string | null;
                            refund_label: {
                                en: string;
                                fr: string;
                            } | null;
                            /** @description In minor units. */
                            refunded: number;
                            /** @description Counts its edits, from 1. */
                            revision: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @enum {unknown} */
                            series: "own" | "external";
                            /** @description In minor units. */
                            settled: number;
                            /** @description In minor units. */
                            shipping: number;
                            /** @enum {unknown} */
                            status: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            terms: {
                                discount: {
                                    amount: string;
                                    label: string;
                                } | null;
                                shipping: {
                                    amount: string;
                                    taxes: {
                                        name: string | null;
                                        rate: string;
                                    }[];
                                } | null;
                                tax_included: boolean;
                            } | null;
                            /** @description In minor units. */
                            total: number;
                            /** @description UNTDID 1001, as EN 16931 uses it: 380, 384, 389… */
                            type_code: string;
                            voided_at: string | null;
                            write_off_note: string | null;
                            write_off_reason: ("uncollectible" | "insolvent" | "contested" | "too_small" | "not_found" | "other") | null;
                            /** @description What of it a person gave up, in minor units. */
                            written_off: number;
                            written_off_at: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit an invoice. lines, tax_included, discount and shipping are replaced together: with lines, what is left out of them is none
         * @description Needs the permission `invoices.write`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        buyer?: {
                            address_lines?: string[];
                            email?: string | null;
                            /** Format: text */
                            name?: string;
                            tax_id?: string | null;
                        };
                        discount?: {
                            /** @description A decimal number, as text. */
                            amount: string;
                            /** Format: text */
                            label: string;
                        } | null;
                        due_on?: string | null;
                        lines?: {
                            /** Format: text */
                            description: string;
                            /** @description A decimal number, as text. */
                            quantity: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                            unit?: string | null;
                            /** @description A decimal number, as text. */
                            unit_price: string;
                        }[];
                        note?: string | null;
                        order_reference?: string | null;
                        /** @description The revision that the editor saw; another one is refused. */
                        revision: number;
                        shipping?: {
                            /** @description A decimal number, as text. */
                            amount: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                        } | null;
                        tax_included?: boolean;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            buyer: {
                                address_lines: string[];
                                email: string | null;
                                name: string;
                                tax_id: string | null;
                            };
                            /** @description In minor units. */
                            charges: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @enum {unknown} */
                            document_type: "invoice" | "corrected_invoice" | "prepayment_invoice" | "self_billed_invoice" | "recovery_invoice";
                            due_on: string | null;
                            /** @description An id, `inv_…`. */
                            id: string;
                            /** @description In minor units. */
                            in_flight: number;
                            issued_on: string;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                quantity: string | null;
                                tax_rate: string | null;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[] | null;
                                unit: string | null;
                                unit_price: string | null;
                            }[];
                            note: string | null;
                            number: string;
                            /** @enum {string} */
                            object: "invoice";
                            /** @description In minor units. */
                            open: number;
                            /** @description What is open, as decimal text in major units. */
                            open_display: string;
                            /** @description Whether it was open when the company began to keep its books here; its sale and tax are booked elsewhere. */
                            opening_balance: boolean;
                            order_reference: string | null;
                            original: string | null;
                            /** @description Whether what is open of it can be asked for by a link from now on, and why. Where it cannot, links that are out take no payment and say so. */
                            payment_link: {
                                decided_by: string | null;
                                possible: boolean;
                                /** @enum {unknown} */
                                reason: "company_off" | "customer_off" | "nothing_open" | "currency_not_settled" | "amount_not_payable" | "rule";
                            };
                            /** @description In minor units. */
                            prepaid: number;
                            /** @description Of a recovery invoice, which is no sale: the payment that was refunded and that a bank took back as well. */
                            recovers: string | null;
                            refund_label: {
                                en: string;
                                fr: string;
                            } | null;
                            /** @description In minor units. */
                            refunded: number;
                            /** @description Counts its edits, from 1. */
                            revision: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @enum {unknown} */
                            series: "own" | "external";
                            /** @description In minor units. */
                            settled: number;
                            /** @description In minor units. */
                            shipping: number;
                            /** @enum {unknown} */
                            status: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            terms: {
                                discount: {
                                    amount: string;
                                    label: string;
                                } | null;
                                shipping: {
                                    amount: string;
                                    taxes: {
                                        name: string | null;
                                        rate: string;
                                    }[];
                                } | null;
                                tax_included: boolean;
                            } | null;
                            /** @description In minor units. */
                            total: number;
                            /** @description UNTDID 1001, as EN 16931 uses it: 380, 384, 389… */
                            type_code: string;
                            voided_at: string | null;
                            write_off_note: string | null;
                            write_off_reason: ("uncollectible" | "insolvent" | "contested" | "too_small" | "not_found" | "other") | null;
                            /** @description What of it a person gave up, in minor units. */
                            written_off: number;
                            written_off_at: string | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/invoices/{id}/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the e-mails that an invoice was sent by, oldest first
         * @description Needs the permission `invoices.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["InvoiceEmail"][];
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Print an invoice, in the customer’s language unless another is asked for
         * @description Needs the permission `invoices.read`.
         */
        get: {
            parameters: {
                query?: {
                    language?: "en" | "fr";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The document. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was promised of an invoice, newest first
         * @description Needs the permission `invoices.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Promise"][];
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Note by when a customer promised to pay an invoice; the schedule reminds of it only after that
         * @description Needs the permission `customers.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note?: string | null;
                        /** Format: date */
                        promised_on: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description An id, `prm_…`. */
                            id: string;
                            /** @description An id, `inv_…`. */
                            invoice: string;
                            note: string | null;
                            /** @enum {string} */
                            object: "promise";
                            /** Format: date */
                            promised_on: string;
                            /**
                             * @description kept: nothing is owed any more. broken: the day is over, and something is.
                             * @enum {unknown}
                             */
                            status: "open" | "kept" | "broken" | "withdrawn" | "replaced";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/recover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a write-off back: it is owed again; with a credit, only what that settles, at once
         * @description Needs the permission `invoices.write_off`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description An id, `crd_…`. */
                        credit?: string;
                        note?: string | null;
                        /** @enum {unknown} */
                        reason: "paid" | "will_pay" | "mistake" | "other";
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            buyer: {
                                address_lines: string[];
                                email: string | null;
                                name: string;
                                tax_id: string | null;
                            };
                            /** @description In minor units. */
                            charges: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @enum {unknown} */
                            document_type: "invoice" | "corrected_invoice" | "prepayment_invoice" | "self_billed_invoice" | "recovery_invoice";
                            due_on: string | null;
                            /** @description An id, `inv_…`. */
                            id: string;
                            /** @description In minor units. */
                            in_flight: number;
                            issued_on: string;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                quantity: string | null;
                                tax_rate: string | null;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[] | null;
                                unit: string | null;
                                unit_price: string | null;
                            }[];
                            note: string | null;
                            number: string;
                            /** @enum {string} */
                            object: "invoice";
                            /** @description In minor units. */
                            open: number;
                            /** @description What is open, as decimal text in major units. */
                            open_display: string;
                            /** @description Whether it was open when the company began to keep its books here; its sale and tax are booked elsewhere. */
                            opening_balance: boolean;
                            order_reference: string | null;
                            original: string | null;
                            /** @description In minor units. */
                            prepaid: number;
                            /** @description Of a recovery invoice, which is no sale: the payment that was refunded and that a bank took back as well. */
                            recovers: string | null;
                            refund_label: {
                                en: string;
                                fr: string;
                            } | null;
                            /** @description In minor units. */
                            refunded: number;
                            /** @description Counts its edits, from 1. */
                            revision: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @enum {unknown} */
                            series: "own" | "external";
                            /** @description In minor units. */
                            settled: number;
                            /** @description In minor units. */
                            shipping: number;
                            /** @enum {unknown} */
                            status: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            terms: {
                                discount: {
                                    amount: string;
                                    label: string;
                                } | null;
                                shipping: {
                                    amount: string;
                                    taxes: {
                                        name: string | null;
                                        rate: string;
                                    }[];
                                } | null;
                                tax_included: boolean;
                            } | null;
                            /** @description In minor units. */
                            total: number;
                            /** @description UNTDID 1001, as EN 16931 uses it: 380, 384, 389… */
                            type_code: string;
                            voided_at: string | null;
                            write_off_note: string | null;
                            write_off_reason: ("uncollectible" | "insolvent" | "contested" | "too_small" | "not_found" | "other") | null;
                            /** @description What of it a person gave up, in minor units. */
                            written_off: number;
                            written_off_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an invoice by e-mail as PDF, with or without a payment link
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Send `[ … ]` as they are. Else a text with one is refused. */
                        allow_blanks?: boolean;
                        /** @description An id, `apt_…`. */
                        appointment?: string;
                        /** @description Sent by itself and not by a person: a link always, unless K6 says none. */
                        automatic?: boolean;
                        /**
                         * Format: text
                         * @description Words of your own in its place. `{ … }` is filled in.
                         */
                        message?: string;
                        /** Format: text */
                        name?: string;
                        /** @description Whether the invoice carries a payment link; else as the setting `invoice.manual_link` says. Not chosen for an automatic invoice. */
                        payment_link?: boolean;
                        /** @description The id of a template; sent in the customer’s language where it is written in both. */
                        template?: string;
                        /** Format: mailbox */
                        to?: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: components["schemas"]["InvoiceEmail"];
                            /** @enum {string} */
                            object: "sent_invoice";
                            payment_link: {
                                decided_by: string | null;
                                embedded: boolean;
                                link: components["schemas"]["PaymentLink"] | null;
                                /**
                                 * @description What decided: the first of these that applied, or the rule of the settings.
                                 * @enum {unknown}
                                 */
                                reason: "company_off" | "customer_off" | "nothing_open" | "currency_not_settled" | "amount_not_payable" | "rule";
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void an invoice
         * @description Needs the permission `invoices.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            buyer: {
                                address_lines: string[];
                                email: string | null;
                                name: string;
                                tax_id: string | null;
                            };
                            /** @description In minor units. */
                            charges: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @enum {unknown} */
                            document_type: "invoice" | "corrected_invoice" | "prepayment_invoice" | "self_billed_invoice" | "recovery_invoice";
                            due_on: string | null;
                            /** @description An id, `inv_…`. */
                            id: string;
                            /** @description In minor units. */
                            in_flight: number;
                            issued_on: string;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                quantity: string | null;
                                tax_rate: string | null;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[] | null;
                                unit: string | null;
                                unit_price: string | null;
                            }[];
                            note: string | null;
                            number: string;
                            /** @enum {string} */
                            object: "invoice";
                            /** @description In minor units. */
                            open: number;
                            /** @description What is open, as decimal text in major units. */
                            open_display: string;
                            /** @description Whether it was open when the company began to keep its books here; its sale and tax are booked elsewhere. */
                            opening_balance: boolean;
                            order_reference: string | null;
                            original: string | null;
                            /** @description In minor units. */
                            prepaid: number;
                            /** @description Of a recovery invoice, which is no sale: the payment that was refunded and that a bank took back as well. */
                            recovers: string | null;
                            refund_label: {
                                en: string;
                                fr: string;
                            } | null;
                            /** @description In minor units. */
                            refunded: number;
                            /** @description Counts its edits, from 1. */
                            revision: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @enum {unknown} */
                            series: "own" | "external";
                            /** @description In minor units. */
                            settled: number;
                            /** @description In minor units. */
                            shipping: number;
                            /** @enum {unknown} */
                            status: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            terms: {
                                discount: {
                                    amount: string;
                                    label: string;
                                } | null;
                                shipping: {
                                    amount: string;
                                    taxes: {
                                        name: string | null;
                                        rate: string;
                                    }[];
                                } | null;
                                tax_included: boolean;
                            } | null;
                            /** @description In minor units. */
                            total: number;
                            /** @description UNTDID 1001, as EN 16931 uses it: 380, 384, 389… */
                            type_code: string;
                            voided_at: string | null;
                            write_off_note: string | null;
                            write_off_reason: ("uncollectible" | "insolvent" | "contested" | "too_small" | "not_found" | "other") | null;
                            /** @description What of it a person gave up, in minor units. */
                            written_off: number;
                            written_off_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/write_off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up what is open of an invoice: it is asked for no more, and is a loss
         * @description Needs the permission `invoices.write_off`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note?: string | null;
                        /** @enum {unknown} */
                        reason: "uncollectible" | "insolvent" | "contested" | "too_small" | "not_found" | "other";
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            buyer: {
                                address_lines: string[];
                                email: string | null;
                                name: string;
                                tax_id: string | null;
                            };
                            /** @description In minor units. */
                            charges: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @enum {unknown} */
                            document_type: "invoice" | "corrected_invoice" | "prepayment_invoice" | "self_billed_invoice" | "recovery_invoice";
                            due_on: string | null;
                            /** @description An id, `inv_…`. */
                            id: string;
                            /** @description In minor units. */
                            in_flight: number;
                            issued_on: string;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                quantity: string | null;
                                tax_rate: string | null;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[] | null;
                                unit: string | null;
                                unit_price: string | null;
                            }[];
                            note: string | null;
                            number: string;
                            /** @enum {string} */
                            object: "invoice";
                            /** @description In minor units. */
                            open: number;
                            /** @description What is open, as decimal text in major units. */
                            open_display: string;
                            /** @description Whether it was open when the company began to keep its books here; its sale and tax are booked elsewhere. */
                            opening_balance: boolean;
                            order_reference: string | null;
                            original: string | null;
                            /** @description In minor units. */
                            prepaid: number;
                            /** @description Of a recovery invoice, which is no sale: the payment that was refunded and that a bank took back as well. */
                            recovers: string | null;
                            refund_label: {
                                en: string;
                                fr: string;
                            } | null;
                            /** @description In minor units. */
                            refunded: number;
                            /** @description Counts its edits, from 1. */
                            revision: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @enum {unknown} */
                            series: "own" | "external";
                            /** @description In minor units. */
                            settled: number;
                            /** @description In minor units. */
                            shipping: number;
                            /** @enum {unknown} */
                            status: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            terms: {
                                discount: {
                                    amount: string;
                                    label: string;
                                } | null;
                                shipping: {
                                    amount: string;
                                    taxes: {
                                        name: string | null;
                                        rate: string;
                                    }[];
                                } | null;
                                tax_included: boolean;
                            } | null;
                            /** @description In minor units. */
                            total: number;
                            /** @description UNTDID 1001, as EN 16931 uses it: 380, 384, 389… */
                            type_code: string;
                            voided_at: string | null;
                            write_off_note: string | null;
                            write_off_reason: ("uncollectible" | "insolvent" | "contested" | "too_small" | "not_found" | "other") | null;
                            /** @description What of it a person gave up, in minor units. */
                            written_off: number;
                            written_off_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import an e-invoice or credit note, UBL 2.1 or CII as the XML itself (application/xml) or in a Factur-X PDF (application/pdf), or many invoices as CSV (text/csv)
         * @description Needs the permission `invoices.write`.
         */
        post: {
            parameters: {
                query?: {
                    /** @description E-invoices: the seller is this company, whatever it is called there. It is remembered (`/v1/sellers`). */
                    confirm_seller?: boolean;
                    /** @description ISO 4217, lower case. */
                    currency?: string;
                    /** @description CSV: say what would be imported, and import nothing. */
                    dry_run?: boolean;
                    /** @description CSV: these were open when the company began to keep its books here, so they are booked against opening balances (3000), and not as sales, returns and tax of today. */
                    opening_balances?: boolean;
                    /** @description CSV: the system that the file is of. A number is imported once of each. Default: csv. */
                    source?: string;
                };
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invoice"] | components["schemas"]["CreditNote"] | components["schemas"]["InvoiceImport"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what an invoice with these lines would come to, and issue nothing
         * @description Needs the permission `invoices.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description ISO 4217, lower case. */
                        currency: string;
                        discount?: {
                            /** @description A decimal number, as text. */
                            amount: string;
                            /** Format: text */
                            label: string;
                        } | null;
                        lines: {
                            /** Format: text */
                            description: string;
                            /** @description A decimal number, as text. */
                            quantity: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                            unit?: string | null;
                            /** @description A decimal number, as text. */
                            unit_price: string;
                        }[];
                        shipping?: {
                            /** @description A decimal number, as text. */
                            amount: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                        } | null;
                        tax_included?: boolean;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            /** @description In minor units. */
                            charges: number;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            lines: {
                                /** @description In minor units. */
                                amount: number;
                            }[];
                            /** @enum {string} */
                            object: "invoice_preview";
                            /** @description In minor units. */
                            rounding: number;
                            /** @description In minor units. */
                            shipping: number;
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description In minor units. */
                            total: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the staff and who is invited, newest first
         * @description Needs the permission `staff.manage`.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    starting_after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Member"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Invite somebody by mail; nobody gives roles that may do more than they may themselves
         * @description Needs the permission `staff.manage`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: mailbox */
                        email: string;
                        /** @enum {unknown} */
                        language?: "en" | "fr";
                        /** Format: text */
                        name?: string;
                        roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            email: string;
                            /** @description An id, `mem_…`. */
                            id: string;
                            invited_until: string | null;
                            last_seen_at: string | null;
                            name: string;
                            /** @enum {string} */
                            object: "member";
                            roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                            /** @enum {unknown} */
                            status: "invited" | "active" | "suspended" | "removed" | "revoked";
                            totp_enabled: boolean;
                            /** @description An id, `usr_…`. */
                            user: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Send away, or take an invitation back
         * @description Needs the permission `staff.manage`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            email: string;
                            /** @description An id, `mem_…`. */
                            id: string;
                            invited_until: string | null;
                            last_seen_at: string | null;
                            name: string;
                            /** @enum {string} */
                            object: "member";
                            roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                            /** @enum {unknown} */
                            status: "invited" | "active" | "suspended" | "removed" | "revoked";
                            totp_enabled: boolean;
                            /** @description An id, `usr_…`. */
                            user: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change roles, suspend or let work again; the company always keeps an active admin
         * @description Needs the permission `staff.manage`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        roles?: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                        /** @enum {unknown} */
                        status?: "active" | "suspended";
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            email: string;
                            /** @description An id, `mem_…`. */
                            id: string;
                            invited_until: string | null;
                            last_seen_at: string | null;
                            name: string;
                            /** @enum {string} */
                            object: "member";
                            roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                            /** @enum {unknown} */
                            status: "invited" | "active" | "suspended" | "removed" | "revoked";
                            totp_enabled: boolean;
                            /** @description An id, `usr_…`. */
                            user: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/members/{id}/resend_invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a new link to somebody who is invited; the one before is over
         * @description Needs the permission `staff.manage`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            email: string;
                            /** @description An id, `mem_…`. */
                            id: string;
                            invited_until: string | null;
                            last_seen_at: string | null;
                            name: string;
                            /** @enum {string} */
                            object: "member";
                            roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                            /** @enum {unknown} */
                            status: "invited" | "active" | "suspended" | "removed" | "revoked";
                            totp_enabled: boolean;
                            /** @description An id, `usr_…`. */
                            user: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant_account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the company’s payments account stands
         * @description Needs the permission `settings.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            charges_enabled: boolean;
                            /** @description What the processor still wants to know, by its own names: `representative.dob.day`. */
                            missing: string[];
                            /** @enum {string} */
                            object: "merchant_account";
                            /** @description Whether the installation uses the company’s own key: then nothing is set up here. */
                            own: boolean;
                            payouts_enabled: boolean;
                            settlement_currencies: string[];
                            /** @enum {unknown} */
                            status: "none" | "onboarding" | "in_review" | "enabled" | "action_required" | "rejected" | "closed";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Begin a payments account at the processor; where there is one, it is told
         * @description Needs the permission `payments_account.manage`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            charges_enabled: boolean;
                            /** @description What the processor still wants to know, by its own names: `representative.dob.day`. */
                            missing: string[];
                            /** @enum {string} */
                            object: "merchant_account";
                            /** @description Whether the installation uses the company’s own key: then nothing is set up here. */
                            own: boolean;
                            payouts_enabled: boolean;
                            settlement_currencies: string[];
                            /** @enum {unknown} */
                            status: "none" | "onboarding" | "in_review" | "enabled" | "action_required" | "rejected" | "closed";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant_account/onboarding_link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where the processor asks for what it wants to know; good once, for minutes
         * @description Needs the permission `payments_account.manage`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant_account/wallet_domain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the pay pages’ domain is registered for Apple Pay and Google Pay
         * @description Needs the permission `settings.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            apple_pay: {
                                active: boolean;
                                reason: string | null;
                            };
                            /** @description On which this installation’s pay pages stand. */
                            domain: string;
                            google_pay: {
                                active: boolean;
                                reason: string | null;
                            };
                            /** @enum {string} */
                            object: "wallet_domain";
                            registered: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Register the pay pages’ domain for Apple Pay and Google Pay; where it is, have it looked at again
         * @description Needs the permission `payments_account.manage`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            apple_pay: {
                                active: boolean;
                                reason: string | null;
                            };
                            /** @description On which this installation’s pay pages stand. */
                            domain: string;
                            google_pay: {
                                active: boolean;
                                reason: string | null;
                            };
                            /** @enum {string} */
                            object: "wallet_domain";
                            registered: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message: whether mail arrives, and how it looks
         * @description Needs the permission `settings.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: mailbox */
                        email: string;
                        /** @enum {unknown} */
                        language?: "en" | "fr";
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description An id, `msg_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "test_message";
                            to: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/method_requests/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The form’s address, to be given by hand; while it is open
         * @description Needs the permission `payment_methods.request`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            url: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/method_requests/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a new form in its place: the old one takes nothing any more
         * @description Needs the permission `payment_methods.request`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            completed_at: string | null;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            email: string;
                            /** @description ISO 8601, UTC. */
                            expires_at: string;
                            /** @description An id, `pmr_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "method_request";
                            payment_method: string | null;
                            /** @description ISO 8601, UTC. */
                            sent_at: string;
                            /** @enum {unknown} */
                            status: "open" | "completed" | "expired" | "revoked";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/method_requests/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a form back
         * @description Needs the permission `payment_methods.request`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            completed_at: string | null;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            email: string;
                            /** @description ISO 8601, UTC. */
                            expires_at: string;
                            /** @description An id, `pmr_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "method_request";
                            payment_method: string | null;
                            /** @description ISO 8601, UTC. */
                            sent_at: string;
                            /** @enum {unknown} */
                            status: "open" | "completed" | "expired" | "revoked";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how links could be paid, and why not in other ways
         * @description Needs the permission `requests.read`.
         */
        get: {
            parameters: {
                query?: {
                    /** @description In minor units; any amount unless given. */
                    amount?: number;
                    /** @description ISO 4217, lower case. */
                    currency?: string;
                    customer?: string;
                    /** @description What the link is sent for; request unless given. */
                    origin?: "invoice_link" | "request";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @enum {unknown} */
                                method: "card" | "wallet" | "ach" | "wire" | "bnpl";
                                offered: boolean;
                                reason: ("not_set" | "not_for_customer" | "not_for_request" | "only_beside_card" | "switched_off" | "below_set_amount" | "not_at_processor" | "not_in_country" | "not_in_currency" | "no_customer" | "not_of_amount") | null;
                            }[];
                            /** @enum {string} */
                            object: "methods";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List orders, newest first; find them by number, PO number, customer or amount
         * @description Needs the permission `invoices.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    /** @description In minor units. */
                    amount_from?: number;
                    /** @description In minor units. */
                    amount_to?: number;
                    created_from?: string;
                    created_to?: string;
                    customer?: string;
                    format?: "json" | "csv";
                    /** @description The order that this invoice is of, `inv_…`. */
                    invoice?: string;
                    limit?: number;
                    /** @description Part of a reference or number, of a name, or an amount. */
                    q?: string;
                    starting_after?: string;
                    state?: "draft" | "unconfirmed" | "confirmed" | "canceled";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Order"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Take an order of a customer, under the next number
         * @description Needs the permission `invoices.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description ISO 4217, lower case. */
                        currency: string;
                        /** @description An id, `cus_…`. */
                        customer: string;
                        discount?: {
                            /** @description A decimal number, as text. */
                            amount: string;
                            /** Format: text */
                            label: string;
                        } | null;
                        /** @description It is still being written: it is placed before it is sent or paid. */
                        draft?: boolean;
                        lines: {
                            /** Format: text */
                            description?: string;
                            product?: string | null;
                            /** @description A decimal number, as text. */
                            quantity: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                            unit?: string | null;
                            /** @description A decimal number, as text. */
                            unit_price?: string;
                        }[];
                        note?: string | null;
                        po_number?: string | null;
                        shipping?: {
                            /** @description A decimal number, as text. */
                            amount: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                        } | null;
                        tax_included?: boolean;
                        wanted_on?: string | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            canceled_at: string | null;
                            /** @description In minor units. */
                            charges: number;
                            confirmed_at: string | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            customer_name: string;
                            /** @description An id, `ord_…`. */
                            id: string;
                            invoice: {
                                /** @description An id, `inv_…`. */
                                id: string;
                                /** @description In minor units. */
                                in_flight: number;
                                number: string;
                                /** @description In minor units. */
                                open: number;
                                /** @description In minor units. */
                                settled: number;
                                /** @enum {unknown} */
                                status: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
                            } | null;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                product: string | null;
                                quantity: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                                unit: string | null;
                                /** @description Decimal, in major units. */
                                unit_price: string;
                            }[];
                            note: string | null;
                            number: string;
                            /** @enum {string} */
                            object: "order";
                            po_number: string | null;
                            /** @description Counts its edits, from 1. */
                            revision: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @description In minor units. */
                            shipping: number;
                            /** @enum {unknown} */
                            state: "draft" | "unconfirmed" | "confirmed" | "canceled";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description What its sums come from beside its lines, as they were written: decimal text in major units. Null where the sums are those of the file that it came as, which cannot be edited. */
                            terms: {
                                discount: {
                                    amount: string;
                                    label: string;
                                } | null;
                                shipping: {
                                    amount: string;
                                    taxes: {
                                        name: string | null;
                                        rate: string;
                                    }[];
                                } | null;
                                tax_included: boolean;
                            };
                            /** @description In minor units. */
                            total: number;
                            wanted_on: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an order
         * @description Needs the permission `invoices.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            canceled_at: string | null;
                            /** @description In minor units. */
                            charges: number;
                            confirmed_at: string | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            customer_name: string;
                            /** @description An id, `ord_…`. */
                            id: string;
                            invoice: {
                                /** @description An id, `inv_…`. */
                                id: string;
                                /** @description In minor units. */
                                in_flight: number;
                                number: string;
                                /** @description In minor units. */
                                open: number;
                                /** @description In minor units. */
                                settled: number;
                                /** @enum {unknown} */
                                status: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
                            } | null;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                product: string | null;
                                quantity: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                                unit: string | null;
                                /** @description Decimal, in major units. */
                                unit_price: string;
                            }[];
                            note: string | null;
                            number: string;
                            /** @enum {string} */
                            object: "order";
                            po_number: string | null;
                            /** @description Counts its edits, from 1. */
                            revision: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @description In minor units. */
                            shipping: number;
                            /** @enum {unknown} */
                            state: "draft" | "unconfirmed" | "confirmed" | "canceled";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description What its sums come from beside its lines, as they were written: decimal text in major units. Null where the sums are those of the file that it came as, which cannot be edited. */
                            terms: {
                                discount: {
                                    amount: string;
                                    label: string;
                                } | null;
                                shipping: {
                                    amount: string;
                                    taxes: {
                                        name: string | null;
                                        rate: string;
                                    }[];
                                } | null;
                                tax_included: boolean;
                            };
                            /** @description In minor units. */
                            total: number;
                            wanted_on: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit an order that is not confirmed, and the invoice that it has. lines, tax_included, discount and shipping are replaced together: with lines, what is left out of them is none
         * @description Needs the permission `invoices.write`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        discount?: {
                            /** @description A decimal number, as text. */
                            amount: string;
                            /** Format: text */
                            label: string;
                        } | null;
                        lines?: {
                            /** Format: text */
                            description?: string;
                            product?: string | null;
                            /** @description A decimal number, as text. */
                            quantity: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                            unit?: string | null;
                            /** @description A decimal number, as text. */
                            unit_price?: string;
                        }[];
                        note?: string | null;
                        po_number?: string | null;
                        /** @description The revision that the editor saw; another one is refused. */
                        revision: number;
                        shipping?: {
                            /** @description A decimal number, as text. */
                            amount: string;
                            taxes?: {
                                /** Format: text */
                                name?: string;
                                /** @description A decimal number, as text. */
                                rate: string;
                            }[];
                        } | null;
                        tax_included?: boolean;
                        wanted_on?: string | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            canceled_at: string | null;
                            /** @description In minor units. */
                            charges: number;
                            confirmed_at: string | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            customer_name: string;
                            /** @description An id, `ord_…`. */
                            id: string;
                            invoice: {
                                /** @description An id, `inv_…`. */
                                id: string;
                                /** @description In minor units. */
                                in_flight: number;
                                number: string;
                                /** @description In minor units. */
                                open: number;
                                /** @description In minor units. */
                                settled: number;
                                /** @enum {unknown} */
                                status: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
                            } | null;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                product: string | null;
                                quantity: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                                unit: string | null;
                                /** @description Decimal, in major units. */
                                unit_price: string;
                            }[];
                            note: string | null;
                            number: string;
                            /** @enum {string} */
                            object: "order";
                            po_number: string | null;
                            /** @description Counts its edits, from 1. */
                            revision: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @description In minor units. */
                            shipping: number;
                            /** @enum {unknown} */
                            state: "draft" | "unconfirmed" | "confirmed" | "canceled";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description What its sums come from beside its lines, as they were written: decimal text in major units. Null where the sums are those of the file that it came as, which cannot be edited. */
                            terms: {
                                discount: {
                                    amount: string;
                                    label: string;
                                } | null;
                                shipping: {
                                    amount: string;
                                    taxes: {
                                        name: string | null;
                                        rate: string;
                                    }[];
                                } | null;
                                tax_included: boolean;
                            };
                            /** @description In minor units. */
                            total: number;
                            wanted_on: string | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order and void its invoice; refused while money for it is on its way or kept
         * @description Needs the permission `invoices.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            canceled_at: string | null;
                            /** @description In minor units. */
                            charges: number;
                            confirmed_at: string | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            customer_name: string;
                            /** @description An id, `ord_…`. */
                            id: string;
                            invoice: {
                                /** @description An id, `inv_…`. */
                                id: string;
                                /** @description In minor units. */
                                in_flight: number;
                                number: string;
                                /** @description In minor units. */
                                open: number;
                                /** @description In minor units. */
                                settled: number;
                                /** @enum {unknown} */
                                status: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
                            } | null;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                product: string | null;
                                quantity: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                                unit: string | null;
                                /** @description Decimal, in major units. */
                                unit_price: string;
                            }[];
                            note: string | null;
                            number: string;
                            /** @enum {string} */
                            object: "order";
                            po_number: string | null;
                            /** @description Counts its edits, from 1. */
                            revision: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @description In minor units. */
                            shipping: number;
                            /** @enum {unknown} */
                            state: "draft" | "unconfirmed" | "confirmed" | "canceled";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description What its sums come from beside its lines, as they were written: decimal text in major units. Null where the sums are those of the file that it came as, which cannot be edited. */
                            terms: {
                                discount: {
                                    amount: string;
                                    label: string;
                                } | null;
                                shipping: {
                                    amount: string;
                                    taxes: {
                                        name: string | null;
                                        rate: string;
                                    }[];
                                } | null;
                                tax_included: boolean;
                            };
                            /** @description In minor units. */
                            total: number;
                            wanted_on: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an order, paid or not: what it comes to is owed from now on
         * @description Needs the permission `invoices.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The revision that was seen; another one is refused. */
                        revision?: number;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            canceled_at: string | null;
                            /** @description In minor units. */
                            charges: number;
                            confirmed_at: string | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            customer_name: string;
                            /** @description An id, `ord_…`. */
                            id: string;
                            invoice: {
                                /** @description An id, `inv_…`. */
                                id: string;
                                /** @description In minor units. */
                                in_flight: number;
                                number: string;
                                /** @description In minor units. */
                                open: number;
                                /** @description In minor units. */
                                settled: number;
                                /** @enum {unknown} */
                                status: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
                            } | null;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                product: string | null;
                                quantity: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                                unit: string | null;
                                /** @description Decimal, in major units. */
                                unit_price: string;
                            }[];
                            note: string | null;
                            number: string;
                            /** @enum {string} */
                            object: "order";
                            po_number: string | null;
                            /** @description Counts its edits, from 1. */
                            revision: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @description In minor units. */
                            shipping: number;
                            /** @enum {unknown} */
                            state: "draft" | "unconfirmed" | "confirmed" | "canceled";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description What its sums come from beside its lines, as they were written: decimal text in major units. Null where the sums are those of the file that it came as, which cannot be edited. */
                            terms: {
                                discount: {
                                    amount: string;
                                    label: string;
                                } | null;
                                shipping: {
                                    amount: string;
                                    taxes: {
                                        name: string | null;
                                        rate: string;
                                    }[];
                                } | null;
                                tax_included: boolean;
                            };
                            /** @description In minor units. */
                            total: number;
                            wanted_on: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue the invoice by which an order is paid, or answer with the one that it has
         * @description Needs the permission `payments.receive`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            canceled_at: string | null;
                            /** @description In minor units. */
                            charges: number;
                            confirmed_at: string | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            customer_name: string;
                            /** @description An id, `ord_…`. */
                            id: string;
                            invoice: {
                                /** @description An id, `inv_…`. */
                                id: string;
                                /** @description In minor units. */
                                in_flight: number;
                                number: string;
                                /** @description In minor units. */
                                open: number;
                                /** @description In minor units. */
                                settled: number;
                                /** @enum {unknown} */
                                status: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
                            } | null;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                product: string | null;
                                quantity: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                                unit: string | null;
                                /** @description Decimal, in major units. */
                                unit_price: string;
                            }[];
                            note: string | null;
                            number: string;
                            /** @enum {string} */
                            object: "order";
                            po_number: string | null;
                            /** @description Counts its edits, from 1. */
                            revision: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @description In minor units. */
                            shipping: number;
                            /** @enum {unknown} */
                            state: "draft" | "unconfirmed" | "confirmed" | "canceled";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description What its sums come from beside its lines, as they were written: decimal text in major units. Null where the sums are those of the file that it came as, which cannot be edited. */
                            terms: {
                                discount: {
                                    amount: string;
                                    label: string;
                                } | null;
                                shipping: {
                                    amount: string;
                                    taxes: {
                                        name: string | null;
                                        rate: string;
                                    }[];
                                } | null;
                                tax_included: boolean;
                            };
                            /** @description In minor units. */
                            total: number;
                            wanted_on: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the payments of an order, tried and made, oldest first
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Payment"][];
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Place an order that was a draft
         * @description Needs the permission `invoices.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            allowances: number;
                            canceled_at: string | null;
                            /** @description In minor units. */
                            charges: number;
                            confirmed_at: string | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            customer_name: string;
                            /** @description An id, `ord_…`. */
                            id: string;
                            invoice: {
                                /** @description An id, `inv_…`. */
                                id: string;
                                /** @description In minor units. */
                                in_flight: number;
                                number: string;
                                /** @description In minor units. */
                                open: number;
                                /** @description In minor units. */
                                settled: number;
                                /** @enum {unknown} */
                                status: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
                            } | null;
                            lines?: {
                                /** @description In minor units. */
                                amount: number;
                                description: string;
                                product: string | null;
                                quantity: string;
                                taxes: {
                                    name: string | null;
                                    rate: string;
                                }[];
                                unit: string | null;
                                /** @description Decimal, in major units. */
                                unit_price: string;
                            }[];
                            note: string | null;
                            number: string;
                            /** @enum {string} */
                            object: "order";
                            po_number: string | null;
                            /** @description Counts its edits, from 1. */
                            revision: number;
                            /** @description In minor units. */
                            rounding: number;
                            /** @description In minor units. */
                            shipping: number;
                            /** @enum {unknown} */
                            state: "draft" | "unconfirmed" | "confirmed" | "canceled";
                            /** @description In minor units. */
                            subtotal: number;
                            /** @description In minor units. */
                            tax: number;
                            taxes: {
                                /** @description In minor units. */
                                amount: number;
                                category: string;
                                name: string | null;
                                rate: string;
                                /** @description In minor units. */
                                taxable: number;
                            }[];
                            /** @description What its sums come from beside its lines, as they were written: decimal text in major units. Null where the sums are those of the file that it came as, which cannot be edited. */
                            terms: {
                                discount: {
                                    amount: string;
                                    label: string;
                                } | null;
                                shipping: {
                                    amount: string;
                                    taxes: {
                                        name: string | null;
                                        rate: string;
                                    }[];
                                } | null;
                                tax_included: boolean;
                            };
                            /** @description In minor units. */
                            total: number;
                            wanted_on: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an order’s invoice by e-mail as PDF, with or without a payment link
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Send `[ … ]` as they are. Else a text with one is refused. */
                        allow_blanks?: boolean;
                        /** @description An id, `apt_…`. */
                        appointment?: string;
                        /**
                         * Format: text
                         * @description Words of your own in its place. `{ … }` is filled in.
                         */
                        message?: string;
                        /** Format: text */
                        name?: string;
                        /** @description Whether the invoice carries a payment link; else as the setting `invoice.manual_link` says. Not chosen for an automatic invoice. */
                        payment_link?: boolean;
                        /** @description The id of a template; sent in the customer’s language where it is written in both. */
                        template?: string;
                        /** Format: mailbox */
                        to?: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: components["schemas"]["InvoiceEmail"];
                            /** @enum {string} */
                            object: "sent_invoice";
                            payment_link: {
                                decided_by: string | null;
                                embedded: boolean;
                                link: components["schemas"]["PaymentLink"] | null;
                                /**
                                 * @description What decided: the first of these that applied, or the rule of the settings.
                                 * @enum {unknown}
                                 */
                                reason: "company_off" | "customer_off" | "nothing_open" | "currency_not_settled" | "amount_not_payable" | "rule";
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password_resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a link that sets a new password, if somebody signs in with this address
         * @description Needs nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: mailbox */
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            object: "password_reset";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password_resets/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password by the mailed link; all sessions end
         * @description Needs nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: text */
                        password: string;
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment_links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link to share by hand
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        expiry?: {
                            hours?: number | null;
                            /**
                             * @description Where the period of its links starts: after_open (the first human opening), after_issue, or none for links that never expire.
                             * @enum {unknown}
                             */
                            mode: "none" | "after_open" | "after_issue";
                        } | null;
                        methods?: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
                        /** @description An id, `req_…`. */
                        payment_request: string;
                        renewal?: ("merchant_only" | "customer_can_ask" | "auto_issue") | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {unknown} */
                            channel: "email" | "copy";
                            expires_at: string | null;
                            /** @description What it was issued with. */
                            expiry: {
                                hours: number | null;
                                /** @enum {unknown} */
                                mode: "none" | "after_open" | "after_issue";
                            };
                            /** @description An id, `lnk_…`. */
                            id: string;
                            /** @description ISO 8601, UTC. */
                            issued_at: string;
                            /** @enum {string} */
                            object: "payment_link";
                            opened_at: string | null;
                            /** @description An id, `req_…`. */
                            payment_request: string;
                            recipient: string | null;
                            /** @enum {unknown} */
                            state: "active" | "superseded" | "revoked";
                            /** @description The address to give to the payer. Whoever has it may pay. */
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment_links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a link, with its address
         * @description Needs the permission `requests.send`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {unknown} */
                            channel: "email" | "copy";
                            expires_at: string | null;
                            /** @description What it was issued with. */
                            expiry: {
                                hours: number | null;
                                /** @enum {unknown} */
                                mode: "none" | "after_open" | "after_issue";
                            };
                            /** @description An id, `lnk_…`. */
                            id: string;
                            /** @description ISO 8601, UTC. */
                            issued_at: string;
                            /** @enum {string} */
                            object: "payment_link";
                            opened_at: string | null;
                            /** @description An id, `req_…`. */
                            payment_request: string;
                            recipient: string | null;
                            /** @enum {unknown} */
                            state: "active" | "superseded" | "revoked";
                            /** @description The address to give to the payer. Whoever has it may pay. */
                            url: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment_methods/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a payment method
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bank: {
                                last4: string;
                                name: string | null;
                            } | null;
                            card: {
                                brand: string;
                                exp_month: number;
                                exp_year: number;
                                last4: string;
                            } | null;
                            consent: {
                                /** @description ISO 8601, UTC. */
                                accepted_at: string;
                                email: string | null;
                                name: string | null;
                                text: string;
                            } | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @description Whether it is charged unless another is named. */
                            default: boolean;
                            /** @description An id, `pm_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "payment_method";
                            reason: string | null;
                            removed_at: string | null;
                            /** @enum {unknown} */
                            state: "active" | "expired" | "invalid" | "removed";
                            /** @enum {unknown} */
                            type: "card" | "ach";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Remove it: it is never charged again, and the processor forgets it
         * @description Needs the permission `payments.receive`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bank: {
                                last4: string;
                                name: string | null;
                            } | null;
                            card: {
                                brand: string;
                                exp_month: number;
                                exp_year: number;
                                last4: string;
                            } | null;
                            consent: {
                                /** @description ISO 8601, UTC. */
                                accepted_at: string;
                                email: string | null;
                                name: string | null;
                                text: string;
                            } | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @description Whether it is charged unless another is named. */
                            default: boolean;
                            /** @description An id, `pm_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "payment_method";
                            reason: string | null;
                            removed_at: string | null;
                            /** @enum {unknown} */
                            state: "active" | "expired" | "invalid" | "removed";
                            /** @enum {unknown} */
                            type: "card" | "ach";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment_methods/{id}/charge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charge a saved payment method for a request, for invoices or for an order of its customer
         * @description Needs the permission `payments.receive`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description In minor units: what is open of it, as it was seen. What is owed is charged; where that is another amount by now, it is told and nothing is charged. */
                        amount: number;
                        invoices?: string[];
                        /** @description An order, `ord_…`: it is paid by its invoice, which is issued now where it has none. */
                        order?: string;
                        /** @description An id, `req_…`. */
                        payment_request?: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            bank: {
                                last4: string;
                                name: string | null;
                            } | null;
                            card: {
                                brand: string;
                                last4: string;
                                wallet: string | null;
                            } | null;
                            /** @description In minor units. */
                            charged_back_amount: number;
                            clears: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            } | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            decline_code: string | null;
                            /** @description Its bank is taking it back, and has not decided yet. */
                            disputed: boolean;
                            fee: number | null;
                            fee_currency: string | null;
                            /** @description An id, `pay_…`. */
                            id: string;
                            /** @description card, wallet, ach, bnpl, wire, cash or cheque. */
                            method: string;
                            /** @enum {string} */
                            object: "payment";
                            payer_email: string | null;
                            payer_name: string | null;
                            payment_request: string | null;
                            processor_reference: string | null;
                            refund_label: {
                                en: string;
                                fr: string;
                            } | null;
                            /** @description In minor units. */
                            refunded_amount: number;
                            /** @description In minor units. */
                            refunding_amount: number;
                            returned_at: string | null;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            state: "created" | "unknown" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled" | "returned" | "charged_back";
                            tender: {
                                bank_deposit: string | null;
                                banked_on: string | null;
                                note: string | null;
                                payer: string | null;
                                /** Format: date */
                                received_on: string;
                                reference: string | null;
                                taken_back: ("bounced" | "mistake") | null;
                                /** @description What of it is to be banked, or was: all but what was given back in cash before. */
                                to_bank: number;
                            } | null;
                            wire: {
                                /** @description Booked by a person, at the company’s own bank: it can be taken back. */
                                by_hand: boolean;
                                note: string | null;
                                /** Format: date */
                                received_on: string;
                                reference: string | null;
                                sender: string | null;
                                taken_back: ("bounced" | "mistake") | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment_methods/{id}/make_default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charge this one unless another is named
         * @description Needs the permission `payments.receive`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bank: {
                                last4: string;
                                name: string | null;
                            } | null;
                            card: {
                                brand: string;
                                exp_month: number;
                                exp_year: number;
                                last4: string;
                            } | null;
                            consent: {
                                /** @description ISO 8601, UTC. */
                                accepted_at: string;
                                email: string | null;
                                name: string | null;
                                text: string;
                            } | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            /** @description Whether it is charged unless another is named. */
                            default: boolean;
                            /** @description An id, `pm_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "payment_method";
                            reason: string | null;
                            removed_at: string | null;
                            /** @enum {unknown} */
                            state: "active" | "expired" | "invalid" | "removed";
                            /** @enum {unknown} */
                            type: "card" | "ach";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment_requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List payment requests, newest first
         * @description Needs the permission `requests.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    /** @description In minor units. */
                    amount_from?: number;
                    /** @description In minor units. */
                    amount_to?: number;
                    created_from?: string;
                    created_to?: string;
                    customer?: string;
                    format?: "json" | "csv";
                    /** @description Only those that ask for this invoice. */
                    invoice?: string;
                    limit?: number;
                    /** @description Part of a reference or number, of a name, or an amount. */
                    q?: string;
                    starting_after?: string;
                    state?: "draft" | "sent" | "voided";
                    /** @description The label that rows show, or `unpaid`: asked for, something still owed and nothing on its way, which is `sent`, `viewed`, `partially_paid` and `expired` together. What can be reminded of. */
                    status?: "unpaid" | "draft" | "sent" | "viewed" | "processing" | "partially_paid" | "paid" | "paid_elsewhere" | "written_off" | "invoice_voided" | "superseded" | "refunded" | "expired" | "voided";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["PaymentRequest"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Ask for money: for invoices, for an amount under a reference, or in detail with subtotal, tax and shipping
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        attachments?: string[];
                        expiry?: {
                            hours?: number | null;
                            /**
                             * @description Where the period of its links starts: after_open (the first human opening), after_issue, or none for links that never expire.
                             * @enum {unknown}
                             */
                            mode: "none" | "after_open" | "after_issue";
                        } | null;
                        invoices: string[];
                        /** @enum {string} */
                        kind: "invoice";
                        message?: string | null;
                        methods?: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
                        renewal?: ("merchant_only" | "customer_can_ask" | "auto_issue") | null;
                    } | {
                        /** @description In minor units. */
                        amount?: number;
                        attachments?: string[];
                        /** @description ISO 4217, lower case. */
                        currency: string;
                        customer?: string | null;
                        email?: string | null;
                        expiry?: {
                            hours?: number | null;
                            /**
                             * @description Where the period of its links starts: after_open (the first human opening), after_issue, or none for links that never expire.
                             * @enum {unknown}
                             */
                            mode: "none" | "after_open" | "after_issue";
                        } | null;
                        /** @enum {string} */
                        kind: "quick";
                        message?: string | null;
                        methods?: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
                        part_of?: {
                            label?: string | null;
                            percent?: string | null;
                            /** @description In minor units. */
                            total: number;
                        } | null;
                        /** Format: text */
                        reference: string;
                        renewal?: ("merchant_only" | "customer_can_ask" | "auto_issue") | null;
                    } | {
                        attachments?: string[];
                        /** @description ISO 4217, lower case. */
                        currency: string;
                        customer?: string | null;
                        email?: string | null;
                        expiry?: {
                            hours?: number | null;
                            /**
                             * @description Where the period of its links starts: after_open (the first human opening), after_issue, or none for links that never expire.
                             * @enum {unknown}
                             */
                            mode: "none" | "after_open" | "after_issue";
                        } | null;
                        /** @enum {string} */
                        kind: "detailed";
                        message?: string | null;
                        methods?: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
                        part_of?: {
                            label?: string | null;
                            percent?: string | null;
                            total?: number | null;
                        } | null;
                        reference?: string | null;
                        renewal?: ("merchant_only" | "customer_can_ask" | "auto_issue") | null;
                        /** @description In minor units. */
                        shipping: number;
                        /** @description In minor units. */
                        subtotal: number;
                        /** @description In minor units. */
                        tax: number;
                        /** Format: text */
                        title: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attachments: {
                                content_type: string;
                                file_name: string;
                                /** @description An id, `att_…`. */
                                id: string;
                                /** @description In bytes. */
                                size: number;
                            }[];
                            breakdown: {
                                /** @description In minor units. */
                                shipping: number;
                                /** @description In minor units. */
                                subtotal: number;
                                /** @description In minor units. */
                                tax: number;
                            } | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            customer: string | null;
                            customer_name: string | null;
                            deliveries: {
                                /** @enum {string} */
                                channel: "email";
                                error: string | null;
                                sent_at: string | null;
                                /** @enum {unknown} */
                                state: "queued" | "sent" | "delivered" | "failed";
                                to: string;
                            }[];
                            email: string | null;
                            expiry: {
                                hours: number | null;
                                /** @enum {unknown} */
                                mode: "none" | "after_open" | "after_issue";
                            } | null;
                            /** @description An id, `req_…`. */
                            id: string;
                            invoices: string[];
                            /** @enum {unknown} */
                            kind: "invoice" | "quick" | "detailed" | "statement";
                            last_reminded_at: string | null;
                            links: components["schemas"]["PaymentLink"][];
                            message: string | null;
                            methods: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
                            /** @enum {string} */
                            object: "payment_request";
                            /** @description In minor units. */
                            open: number;
                            part_of: {
                                label: string | null;
                                percent: string | null;
                                /** @description In minor units. */
                                total: number;
                            } | null;
                            reference: string;
                            /** @description In minor units. */
                            refunded: number;
                            reminders: number;
                            renewal: ("merchant_only" | "customer_can_ask" | "auto_issue") | null;
                            sent_at: string | null;
                            /** @description In minor units. */
                            settled: number;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            status: "draft" | "sent" | "viewed" | "processing" | "partially_paid" | "paid" | "paid_elsewhere" | "written_off" | "invoice_voided" | "superseded" | "refunded" | "expired" | "voided";
                            title: string | null;
                            /** @description In minor units. */
                            total: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment_requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a payment request
         * @description Needs the permission `requests.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attachments: {
                                content_type: string;
                                file_name: string;
                                /** @description An id, `att_…`. */
                                id: string;
                                /** @description In bytes. */
                                size: number;
                            }[];
                            breakdown: {
                                /** @description In minor units. */
                                shipping: number;
                                /** @description In minor units. */
                                subtotal: number;
                                /** @description In minor units. */
                                tax: number;
                            } | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            customer: string | null;
                            customer_name: string | null;
                            deliveries: {
                                /** @enum {string} */
                                channel: "email";
                                error: string | null;
                                sent_at: string | null;
                                /** @enum {unknown} */
                                state: "queued" | "sent" | "delivered" | "failed";
                                to: string;
                            }[];
                            email: string | null;
                            expiry: {
                                hours: number | null;
                                /** @enum {unknown} */
                                mode: "none" | "after_open" | "after_issue";
                            } | null;
                            /** @description An id, `req_…`. */
                            id: string;
                            invoices: string[];
                            /** @enum {unknown} */
                            kind: "invoice" | "quick" | "detailed" | "statement";
                            last_reminded_at: string | null;
                            links: components["schemas"]["PaymentLink"][];
                            message: string | null;
                            methods: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
                            /** @enum {string} */
                            object: "payment_request";
                            /** @description In minor units. */
                            open: number;
                            part_of: {
                                label: string | null;
                                percent: string | null;
                                /** @description In minor units. */
                                total: number;
                            } | null;
                            reference: string;
                            /** @description In minor units. */
                            refunded: number;
                            reminders: number;
                            renewal: ("merchant_only" | "customer_can_ask" | "auto_issue") | null;
                            sent_at: string | null;
                            /** @description In minor units. */
                            settled: number;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            status: "draft" | "sent" | "viewed" | "processing" | "partially_paid" | "paid" | "paid_elsewhere" | "written_off" | "invoice_voided" | "superseded" | "refunded" | "expired" | "voided";
                            title: string | null;
                            /** @description In minor units. */
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment_requests/{id}/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how a payment request may be paid by now, and why not in other ways
         * @description Needs the permission `requests.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @enum {unknown} */
                                method: "card" | "wallet" | "ach" | "wire" | "bnpl";
                                offered: boolean;
                                reason: ("not_set" | "not_for_customer" | "not_for_request" | "only_beside_card" | "switched_off" | "below_set_amount" | "not_at_processor" | "not_in_country" | "not_in_currency" | "no_customer" | "not_of_amount") | null;
                            }[];
                            /** @enum {string} */
                            object: "payment_request_methods";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment_requests/{id}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remind of an unpaid request, by e-mail to where it last went
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Send `[ … ]` as they are. Else a text with one is refused. */
                        allow_blanks?: boolean;
                        /** @description An id, `apt_…`. */
                        appointment?: string;
                        /**
                         * Format: text
                         * @description Words of your own in its place. `{ … }` is filled in.
                         */
                        message?: string;
                        /** @description The id of a template; sent in the customer’s language where it is written in both. */
                        template?: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attachments: {
                                content_type: string;
                                file_name: string;
                                /** @description An id, `att_…`. */
                                id: string;
                                /** @description In bytes. */
                                size: number;
                            }[];
                            breakdown: {
                                /** @description In minor units. */
                                shipping: number;
                                /** @description In minor units. */
                                subtotal: number;
                                /** @description In minor units. */
                                tax: number;
                            } | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            customer: string | null;
                            customer_name: string | null;
                            deliveries: {
                                /** @enum {string} */
                                channel: "email";
                                error: string | null;
                                sent_at: string | null;
                                /** @enum {unknown} */
                                state: "queued" | "sent" | "delivered" | "failed";
                                to: string;
                            }[];
                            email: string | null;
                            expiry: {
                                hours: number | null;
                                /** @enum {unknown} */
                                mode: "none" | "after_open" | "after_issue";
                            } | null;
                            /** @description An id, `req_…`. */
                            id: string;
                            invoices: string[];
                            /** @enum {unknown} */
                            kind: "invoice" | "quick" | "detailed" | "statement";
                            last_reminded_at: string | null;
                            links: components["schemas"]["PaymentLink"][];
                            message: string | null;
                            methods: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
                            /** @enum {string} */
                            object: "payment_request";
                            /** @description In minor units. */
                            open: number;
                            part_of: {
                                label: string | null;
                                percent: string | null;
                                /** @description In minor units. */
                                total: number;
                            } | null;
                            reference: string;
                            /** @description In minor units. */
                            refunded: number;
                            reminders: number;
                            renewal: ("merchant_only" | "customer_can_ask" | "auto_issue") | null;
                            sent_at: string | null;
                            /** @description In minor units. */
                            settled: number;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            status: "draft" | "sent" | "viewed" | "processing" | "partially_paid" | "paid" | "paid_elsewhere" | "written_off" | "invoice_voided" | "superseded" | "refunded" | "expired" | "voided";
                            title: string | null;
                            /** @description In minor units. */
                            total: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment_requests/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a request by e-mail, with a new link
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Send `[ … ]` as they are. Else a text with one is refused. */
                        allow_blanks?: boolean;
                        /** @description An id, `apt_…`. */
                        appointment?: string;
                        /** Format: mailbox */
                        email?: string;
                        expiry?: {
                            hours?: number | null;
                            /**
                             * @description Where the period of its links starts: after_open (the first human opening), after_issue, or none for links that never expire.
                             * @enum {unknown}
                             */
                            mode: "none" | "after_open" | "after_issue";
                        } | null;
                        /**
                         * Format: text
                         * @description Words of your own in its place. `{ … }` is filled in.
                         */
                        message?: string;
                        methods?: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
                        /** Format: text */
                        name?: string;
                        renewal?: ("merchant_only" | "customer_can_ask" | "auto_issue") | null;
                        /** @description The id of a template; sent in the customer’s language where it is written in both. */
                        template?: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attachments: {
                                content_type: string;
                                file_name: string;
                                /** @description An id, `att_…`. */
                                id: string;
                                /** @description In bytes. */
                                size: number;
                            }[];
                            breakdown: {
                                /** @description In minor units. */
                                shipping: number;
                                /** @description In minor units. */
                                subtotal: number;
                                /** @description In minor units. */
                                tax: number;
                            } | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            customer: string | null;
                            customer_name: string | null;
                            deliveries: {
                                /** @enum {string} */
                                channel: "email";
                                error: string | null;
                                sent_at: string | null;
                                /** @enum {unknown} */
                                state: "queued" | "sent" | "delivered" | "failed";
                                to: string;
                            }[];
                            email: string | null;
                            expiry: {
                                hours: number | null;
                                /** @enum {unknown} */
                                mode: "none" | "after_open" | "after_issue";
                            } | null;
                            /** @description An id, `req_…`. */
                            id: string;
                            invoices: string[];
                            /** @enum {unknown} */
                            kind: "invoice" | "quick" | "detailed" | "statement";
                            last_reminded_at: string | null;
                            links: components["schemas"]["PaymentLink"][];
                            message: string | null;
                            methods: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
                            /** @enum {string} */
                            object: "payment_request";
                            /** @description In minor units. */
                            open: number;
                            part_of: {
                                label: string | null;
                                percent: string | null;
                                /** @description In minor units. */
                                total: number;
                            } | null;
                            reference: string;
                            /** @description In minor units. */
                            refunded: number;
                            reminders: number;
                            renewal: ("merchant_only" | "customer_can_ask" | "auto_issue") | null;
                            sent_at: string | null;
                            /** @description In minor units. */
                            settled: number;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            status: "draft" | "sent" | "viewed" | "processing" | "partially_paid" | "paid" | "paid_elsewhere" | "written_off" | "invoice_voided" | "superseded" | "refunded" | "expired" | "voided";
                            title: string | null;
                            /** @description In minor units. */
                            total: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment_requests/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that happened to a request, newest first; postings of the ledger for who may read payments
         * @description Needs the permission `requests.read`.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    starting_after?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["TimelineEntry"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment_requests/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a request back; nobody can pay by its links. Its invoices stay open unless they are to be voided too
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        void_invoices?: boolean;
                    } | null;
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attachments: {
                                content_type: string;
                                file_name: string;
                                /** @description An id, `att_…`. */
                                id: string;
                                /** @description In bytes. */
                                size: number;
                            }[];
                            breakdown: {
                                /** @description In minor units. */
                                shipping: number;
                                /** @description In minor units. */
                                subtotal: number;
                                /** @description In minor units. */
                                tax: number;
                            } | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            customer: string | null;
                            customer_name: string | null;
                            deliveries: {
                                /** @enum {string} */
                                channel: "email";
                                error: string | null;
                                sent_at: string | null;
                                /** @enum {unknown} */
                                state: "queued" | "sent" | "delivered" | "failed";
                                to: string;
                            }[];
                            email: string | null;
                            expiry: {
                                hours: number | null;
                                /** @enum {unknown} */
                                mode: "none" | "after_open" | "after_issue";
                            } | null;
                            /** @description An id, `req_…`. */
                            id: string;
                            invoices: string[];
                            /** @enum {unknown} */
                            kind: "invoice" | "quick" | "detailed" | "statement";
                            last_reminded_at: string | null;
                            links: components["schemas"]["PaymentLink"][];
                            message: string | null;
                            methods: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
                            /** @enum {string} */
                            object: "payment_request";
                            /** @description In minor units. */
                            open: number;
                            part_of: {
                                label: string | null;
                                percent: string | null;
                                /** @description In minor units. */
                                total: number;
                            } | null;
                            reference: string;
                            /** @description In minor units. */
                            refunded: number;
                            reminders: number;
                            renewal: ("merchant_only" | "customer_can_ask" | "auto_issue") | null;
                            sent_at: string | null;
                            /** @description In minor units. */
                            settled: number;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            status: "draft" | "sent" | "viewed" | "processing" | "partially_paid" | "paid" | "paid_elsewhere" | "written_off" | "invoice_voided" | "superseded" | "refunded" | "expired" | "voided";
                            title: string | null;
                            /** @description In minor units. */
                            total: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment_requests/remind_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remind of up to 100 unpaid requests, each in the fixed text
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["RequestOutcome"][];
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment_requests/void_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take up to 100 requests back; their invoices stay open
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["RequestOutcome"][];
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List payments, newest first
         * @description Needs the permission `payments.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    /** @description In minor units. */
                    amount_from?: number;
                    /** @description In minor units. */
                    amount_to?: number;
                    created_from?: string;
                    created_to?: string;
                    customer?: string;
                    format?: "json" | "csv";
                    limit?: number;
                    payment_request?: string;
                    /** @description Part of a reference or number, of a name, or an amount. */
                    q?: string;
                    starting_after?: string;
                    state?: "created" | "unknown" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled" | "returned" | "charged_back";
                    status?: "created" | "unknown" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled" | "returned" | "charged_back" | "refunded";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["PaymentRow"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a payment
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            bank: {
                                last4: string;
                                name: string | null;
                            } | null;
                            card: {
                                brand: string;
                                last4: string;
                                wallet: string | null;
                            } | null;
                            /** @description In minor units. */
                            charged_back_amount: number;
                            clearing: {
                                available_on: string | null;
                                expected_from: string | null;
                                expected_to: string | null;
                                notice: {
                                    en: string | null;
                                    fr: string | null;
                                } | null;
                                payout: string | null;
                                /**
                                 * @description submitted: its payer did all, the outcome is not known. processing: under way at a bank. paid: it succeeded. cleared: a card, as it is charged (setting `clearing.cards`); else its money is available. deposited: it is at the company’s bank.
                                 * @enum {unknown}
                                 */
                                state: "submitted" | "processing" | "paid" | "cleared" | "deposited";
                            } | null;
                            clears: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            } | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            decline_code: string | null;
                            /** @description Its bank is taking it back, and has not decided yet. */
                            disputed: boolean;
                            fee: number | null;
                            fee_currency: string | null;
                            /** @description An id, `pay_…`. */
                            id: string;
                            /** @description card, wallet, ach, bnpl, wire, cash or cheque. */
                            method: string;
                            /** @enum {string} */
                            object: "payment";
                            payer_email: string | null;
                            payer_name: string | null;
                            payment_request: string | null;
                            processor_reference: string | null;
                            refund_label: {
                                en: string;
                                fr: string;
                            } | null;
                            /** @description In minor units. */
                            refunded_amount: number;
                            /** @description In minor units. */
                            refunding_amount: number;
                            returned_at: string | null;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            state: "created" | "unknown" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled" | "returned" | "charged_back";
                            tender: {
                                bank_deposit: string | null;
                                banked_on: string | null;
                                note: string | null;
                                payer: string | null;
                                /** Format: date */
                                received_on: string;
                                reference: string | null;
                                taken_back: ("bounced" | "mistake") | null;
                                /** @description What of it is to be banked, or was: all but what was given back in cash before. */
                                to_bank: number;
                            } | null;
                            wire: {
                                /** @description Booked by a person, at the company’s own bank: it can be taken back. */
                                by_hand: boolean;
                                note: string | null;
                                /** Format: date */
                                received_on: string;
                                reference: string | null;
                                sender: string | null;
                                taken_back: ("bounced" | "mistake") | null;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Print the receipt of a payment, with the refunds there are by now
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: {
                    language?: "en" | "fr";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The document. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/take_back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what was booked by hand (a wire, cash, a cheque): it bounced, or was booked by mistake
         * @description Needs the permission `refunds.create`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note?: string | null;
                        /** @enum {unknown} */
                        reason: "bounced" | "mistake";
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            bank: {
                                last4: string;
                                name: string | null;
                            } | null;
                            card: {
                                brand: string;
                                last4: string;
                                wallet: string | null;
                            } | null;
                            /** @description In minor units. */
                            charged_back_amount: number;
                            clears: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            } | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            decline_code: string | null;
                            /** @description Its bank is taking it back, and has not decided yet. */
                            disputed: boolean;
                            fee: number | null;
                            fee_currency: string | null;
                            /** @description An id, `pay_…`. */
                            id: string;
                            /** @description card, wallet, ach, bnpl, wire, cash or cheque. */
                            method: string;
                            /** @enum {string} */
                            object: "payment";
                            payer_email: string | null;
                            payer_name: string | null;
                            payment_request: string | null;
                            processor_reference: string | null;
                            refund_label: {
                                en: string;
                                fr: string;
                            } | null;
                            /** @description In minor units. */
                            refunded_amount: number;
                            /** @description In minor units. */
                            refunding_amount: number;
                            returned_at: string | null;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            state: "created" | "unknown" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled" | "returned" | "charged_back";
                            tender: {
                                bank_deposit: string | null;
                                banked_on: string | null;
                                note: string | null;
                                payer: string | null;
                                /** Format: date */
                                received_on: string;
                                reference: string | null;
                                taken_back: ("bounced" | "mistake") | null;
                                /** @description What of it is to be banked, or was: all but what was given back in cash before. */
                                to_bank: number;
                            } | null;
                            wire: {
                                /** @description Booked by a person, at the company’s own bank: it can be taken back. */
                                by_hand: boolean;
                                note: string | null;
                                /** Format: date */
                                received_on: string;
                                reference: string | null;
                                sender: string | null;
                                taken_back: ("bounced" | "mistake") | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List payouts, newest first
         * @description Needs the permission `payments.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    arrives_from?: string;
                    arrives_to?: string;
                    format?: "json" | "csv";
                    limit?: number;
                    starting_after?: string;
                    state?: "scheduled" | "in_transit" | "paid" | "failed" | "canceled";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["PayoutRow"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a payout, with what it is made of and what the books have of that
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description Whether the payout, its transactions and the books are one sum: `pending` until the processor lists them, `not_listed` where it never does.
                             * @enum {unknown}
                             */
                            agreement: "agrees" | "differs" | "pending" | "not_listed";
                            /** @description In minor units. Less than zero: taken from the bank account, as the balance was below zero. */
                            amount: number;
                            /** Format: date */
                            arrives_on: string;
                            /** @description Whether the processor made it by its schedule. */
                            automatic: boolean;
                            bank: {
                                last4: string;
                                name: string | null;
                            } | null;
                            /** @description What the books have of these transactions. */
                            booked_amount: number;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            failure_code: string | null;
                            failure_message: string | null;
                            /** @description All fees in it: of each transaction, and the processor’s own. */
                            fees: number;
                            /** @description An id, `pyt_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "payout";
                            processor_reference: string;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            state: "scheduled" | "in_transit" | "paid" | "failed" | "canceled";
                            /** @description What it is made of, by sort; only sorts that there are. */
                            summary: {
                                /** @enum {unknown} */
                                category: "charge" | "refund" | "return" | "fee" | "returned_payout" | "adjustment";
                                count: number;
                                /** @description In minor units. */
                                fee: number;
                                /** @description In minor units. */
                                gross: number;
                                /** @description In minor units. */
                                net: number;
                            }[];
                            trace: string | null;
                            /** @description What its transactions come to. */
                            transactions_amount: number;
                            /** @description How many of them nothing in the books explains. */
                            unexplained: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{id}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a payout is made of, oldest first
         * @description Needs the permission `payments.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    /** @description false: only what differs. */
                    agrees?: boolean;
                    format?: "json" | "csv";
                    limit?: number;
                    starting_after?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["PayoutTransaction"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phone_pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a page on which you enter the card of a customer on the phone
         * @description Needs the permission `payments.receive`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description In minor units: what is open of it, as it was seen. What is owed is charged; where that is another amount by now, it is told and nothing is charged. */
                        amount: number;
                        invoices?: string[];
                        /** @description An order, `ord_…`: it is paid by its invoice, which is issued now where it has none. */
                        order?: string;
                        /** @description An id, `req_…`. */
                        payment_request?: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description ISO 8601, UTC. */
                            expires_at: string;
                            invoices: string[];
                            /** @enum {string} */
                            object: "phone_page";
                            payment_request: string | null;
                            /** @description On the origin of the pay pages, for whoever asked alone. It takes one payment of this amount, within minutes, while their session lives; then it leads back to the dashboard. It is told once. */
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/priorities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a person should look at, newest first
         * @description Needs the permission `requests.read`.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    starting_after?: string;
                    /** @description Only open ones unless told otherwise. */
                    status?: "open" | "resolved" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Priority"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/priorities/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a priority was seen to
         * @description Needs the permission `payments.receive`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string | null;
                            amount: number | null;
                            /** @description ISO 8601, UTC. */
                            at: string;
                            credit_note: string | null;
                            currency: string | null;
                            customer: string | null;
                            customer_name: string | null;
                            detail: {
                                [key: string]: unknown;
                            };
                            dispute: string | null;
                            due_by: string | null;
                            /** @description An id, `pri_…`. */
                            id: string;
                            invoice: string | null;
                            /** @enum {unknown} */
                            kind: "unexpected_money" | "credit_note_pending" | "credit_note_rejected" | "link_wanted" | "request_expired" | "payment_failed" | "payment_returned" | "dispute_opened" | "refund_failed" | "payout_failed" | "balance_adjusted" | "recovery_raised" | "invoice_not_sent" | "message_failed" | "thank_you_blocked" | "decline_surge" | "method_expiring" | "method_invalid" | "message_bounced" | "cheque_bounced";
                            message: string | null;
                            /** @enum {string} */
                            object: "priority";
                            payment: string | null;
                            payment_link: string | null;
                            payment_request: string | null;
                            payout: string | null;
                            reason: string | null;
                            reference: string | null;
                            refund: string | null;
                            resolved_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List products, newest first, or find them by code or name
         * @description Needs the permission `invoices.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    active?: boolean;
                    /** @description ISO 4217, lower case. */
                    currency?: string;
                    format?: "json" | "csv";
                    limit?: number;
                    /** @description Part of a code or a name. */
                    q?: string;
                    starting_after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Product"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a product to the catalogue
         * @description Needs the permission `invoices.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Whether it is still sold. */
                        active?: boolean;
                        /** Format: text */
                        code: string;
                        /** @description ISO 4217, lower case. */
                        currency: string;
                        /** Format: text */
                        name: string;
                        taxes?: {
                            /** Format: text */
                            name?: string;
                            /** @description A decimal number, as text. */
                            rate: string;
                        }[];
                        unit?: string | null;
                        /** @description Decimal text, in major units. */
                        unit_price: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            /** @description Its own of the company. */
                            code: string;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `prd_…`. */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            object: "product";
                            taxes: {
                                name: string | null;
                                rate: string;
                            }[];
                            unit: string | null;
                            /** @description Decimal text, in major units. */
                            unit_price: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a product
         * @description Needs the permission `invoices.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            /** @description Its own of the company. */
                            code: string;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `prd_…`. */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            object: "product";
                            taxes: {
                                name: string | null;
                                rate: string;
                            }[];
                            unit: string | null;
                            /** @description Decimal text, in major units. */
                            unit_price: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a product; orders that have it keep what it said then
         * @description Needs the permission `invoices.write`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Whether it is still sold. */
                        active?: boolean;
                        /** Format: text */
                        code?: string;
                        /** @description ISO 4217, lower case. */
                        currency?: string;
                        /** Format: text */
                        name?: string;
                        taxes?: {
                            /** Format: text */
                            name?: string;
                            /** @description A decimal number, as text. */
                            rate: string;
                        }[];
                        unit?: string | null;
                        /** @description Decimal text, in major units. */
                        unit_price?: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            /** @description Its own of the company. */
                            code: string;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `prd_…`. */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            object: "product";
                            taxes: {
                                name: string | null;
                                rate: string;
                            }[];
                            unit: string | null;
                            /** @description Decimal text, in major units. */
                            unit_price: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/promises/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a promise back; the schedule goes on as if it had not been made
         * @description Needs the permission `customers.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description An id, `prm_…`. */
                            id: string;
                            /** @description An id, `inv_…`. */
                            invoice: string;
                            note: string | null;
                            /** @enum {string} */
                            object: "promise";
                            /** Format: date */
                            promised_on: string;
                            /**
                             * @description kept: nothing is owed any more. broken: the day is over, and something is.
                             * @enum {unknown}
                             */
                            status: "open" | "kept" | "broken" | "withdrawn" | "replaced";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/received_payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive cash, a cheque or a wire of a customer, and apply it to their open invoices
         * @description Needs the permission `payments.receive`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description In minor units. */
                        amount: number;
                        /** @description What it settles, in this order, and how much of each: as much as goes when not given. Left out: the customer’s open invoices, the oldest due first. None: all of it is the customer’s credit. */
                        applications?: {
                            /** @description In minor units. */
                            amount?: number;
                            /** @description An id, `inv_…`. */
                            invoice: string;
                        }[];
                        /** @description The same is booked already, and this is another one all the same. */
                        confirm_repeat?: boolean;
                        /** @description ISO 4217, lower case. */
                        currency: string;
                        /** @description An id, `cus_…`. */
                        customer: string;
                        /** @enum {unknown} */
                        method: "cash" | "cheque" | "wire";
                        payer?: string | null;
                        /** Format: date */
                        received_on: string;
                        reference?: string | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            applications: {
                                /** @description In minor units. */
                                amount: number;
                                /** @description An id, `inv_…`. */
                                invoice: string;
                            }[];
                            /** @description What it settles. In minor units. */
                            applied_amount: number;
                            /** @description What is kept as the customer’s credit. In minor units. */
                            credit_amount: number;
                            /** @enum {string} */
                            object: "received_payment";
                            payment: components["schemas"]["Payment"];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/received_payments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what a payment of a customer would settle, and book nothing
         * @description Needs the permission `payments.receive`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        amount: number;
                        /** @description What it settles, in this order, and how much of each: as much as goes when not given. Left out: the customer’s open invoices, the oldest due first. None: all of it is the customer’s credit. */
                        applications?: {
                            /** @description In minor units. */
                            amount?: number;
                            /** @description An id, `inv_…`. */
                            invoice: string;
                        }[];
                        /** @description ISO 4217, lower case. */
                        currency: string;
                        /** @description An id, `cus_…`. */
                        customer: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            /** @description What it settles. In minor units. */
                            applied_amount: number;
                            /** @description What is kept as the customer’s credit. In minor units. */
                            credit_amount: number;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description The customer’s open invoices, the oldest due first. */
                            invoices: {
                                /** @description In minor units. */
                                applied: number;
                                due_on: string | null;
                                /** @description Of it being paid just now, which nothing else settles. */
                                in_flight: number;
                                /** @description An id, `inv_…`. */
                                invoice: string;
                                number: string;
                                /** @description In minor units. */
                                open: number;
                            }[];
                            /** @enum {string} */
                            object: "received_payment_preview";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List refunds, newest first
         * @description Needs the permission `payments.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    /** @description In minor units. */
                    amount_from?: number;
                    /** @description In minor units. */
                    amount_to?: number;
                    created_from?: string;
                    created_to?: string;
                    customer?: string;
                    format?: "json" | "csv";
                    limit?: number;
                    payment?: string;
                    /** @description Part of a reference or number, of a name, or an amount. */
                    q?: string;
                    starting_after?: string;
                    status?: "requested" | "pending" | "succeeded" | "failed" | "canceled";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["RefundRow"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Refund a payment, in full or in part
         * @description Needs the permission `refunds.create`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description In minor units. */
                        amount?: number;
                        /** @description An id, `pay_…`. */
                        payment: string;
                        reason?: string | null;
                        reason_code?: ("requested_by_customer" | "duplicate" | "fraudulent" | "order_canceled" | "goods_returned" | "not_delivered" | "price_corrected" | "other") | null;
                        /** @enum {unknown} */
                        treatment?: "prepayment" | "reopen_invoice" | "reduce_sale";
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            bank_reference: string | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            failure_reason: string | null;
                            /**
                             * @description The processor, back to what it was paid by; or somebody by hand, who recorded it.
                             * @enum {unknown}
                             */
                            given_by: "processor" | "cheque" | "cash" | "wire" | "other";
                            given_on: string | null;
                            given_reference: string | null;
                            /** @description An id, `ref_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "refund";
                            /** @description An id, `pay_…`. */
                            payment: string;
                            processor_reference: string | null;
                            reason: string | null;
                            reason_code: ("requested_by_customer" | "duplicate" | "fraudulent" | "order_canceled" | "goods_returned" | "not_delivered" | "price_corrected" | "other") | null;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            state: "requested" | "pending" | "succeeded" | "failed" | "canceled";
                            /** @enum {unknown} */
                            treatment: "prepayment" | "reopen_invoice" | "reduce_sale";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a refund
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            bank_reference: string | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            failure_reason: string | null;
                            /**
                             * @description The processor, back to what it was paid by; or somebody by hand, who recorded it.
                             * @enum {unknown}
                             */
                            given_by: "processor" | "cheque" | "cash" | "wire" | "other";
                            given_on: string | null;
                            given_reference: string | null;
                            /** @description An id, `ref_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "refund";
                            /** @description An id, `pay_…`. */
                            payment: string;
                            processor_reference: string | null;
                            reason: string | null;
                            reason_code: ("requested_by_customer" | "duplicate" | "fraudulent" | "order_canceled" | "goods_returned" | "not_delivered" | "price_corrected" | "other") | null;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            state: "requested" | "pending" | "succeeded" | "failed" | "canceled";
                            /** @enum {unknown} */
                            treatment: "prepayment" | "reopen_invoice" | "reduce_sale";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a refund that was recorded by hand out of the books: it was not given after all
         * @description Needs the permission `refunds.record`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            bank_reference: string | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            failure_reason: string | null;
                            /**
                             * @description The processor, back to what it was paid by; or somebody by hand, who recorded it.
                             * @enum {unknown}
                             */
                            given_by: "processor" | "cheque" | "cash" | "wire" | "other";
                            given_on: string | null;
                            given_reference: string | null;
                            /** @description An id, `ref_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "refund";
                            /** @description An id, `pay_…`. */
                            payment: string;
                            processor_reference: string | null;
                            reason: string | null;
                            reason_code: ("requested_by_customer" | "duplicate" | "fraudulent" | "order_canceled" | "goods_returned" | "not_delivered" | "price_corrected" | "other") | null;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            state: "requested" | "pending" | "succeeded" | "failed" | "canceled";
                            /** @enum {unknown} */
                            treatment: "prepayment" | "reopen_invoice" | "reduce_sale";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/given": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record money of a payment that was given back by cheque, in cash or by wire
         * @description Needs the permission `refunds.record`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description In minor units. */
                        amount?: number;
                        /** @enum {unknown} */
                        given_by: "cheque" | "cash" | "wire" | "other";
                        /** Format: date */
                        given_on: string;
                        given_reference?: string | null;
                        /** @description An id, `pay_…`. */
                        payment: string;
                        reason?: string | null;
                        reason_code?: ("requested_by_customer" | "duplicate" | "fraudulent" | "order_canceled" | "goods_returned" | "not_delivered" | "price_corrected" | "other") | null;
                        /** @enum {unknown} */
                        treatment?: "prepayment" | "reopen_invoice" | "reduce_sale";
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            bank_reference: string | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            failure_reason: string | null;
                            /**
                             * @description The processor, back to what it was paid by; or somebody by hand, who recorded it.
                             * @enum {unknown}
                             */
                            given_by: "processor" | "cheque" | "cash" | "wire" | "other";
                            given_on: string | null;
                            given_reference: string | null;
                            /** @description An id, `ref_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "refund";
                            /** @description An id, `pay_…`. */
                            payment: string;
                            processor_reference: string | null;
                            reason: string | null;
                            reason_code: ("requested_by_customer" | "duplicate" | "fraudulent" | "order_canceled" | "goods_returned" | "not_delivered" | "price_corrected" | "other") | null;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            state: "requested" | "pending" | "succeeded" | "failed" | "canceled";
                            /** @enum {unknown} */
                            treatment: "prepayment" | "reopen_invoice" | "reduce_sale";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reminder_schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read when the company reminds of what is due
         * @description Needs the permission `settings.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whether what is due on a Saturday, a Sunday or, in the United States, a federal holiday waits for the next other day. */
                            business_days: boolean;
                            /** @description Whether anything is sent by the schedule. */
                            enabled: boolean;
                            /** @description How many reminders of one invoice at most. */
                            most: number;
                            /** @enum {string} */
                            object: "reminder_schedule";
                            /** @description Days after the day that an invoice is due; below zero: before. */
                            offsets: number[];
                            quiet_hours: {
                                /** @description `20:00` */
                                from: string;
                                /** @description `08:00`; over midnight where it is the earlier one. */
                                until: string;
                            } | null;
                            /** @description When reminders come, by the clock where the customer is: `09:00`. */
                            time: string;
                        };
                    };
                };
            };
        };
        /**
         * Change when the company reminds of what is due; what is planned follows
         * @description Needs the permission `settings.write`.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Whether what is due on a Saturday, a Sunday or, in the United States, a federal holiday waits for the next other day. */
                        business_days: boolean;
                        /** @description Whether anything is sent by the schedule. */
                        enabled: boolean;
                        /** @description How many reminders of one invoice at most. */
                        most: number;
                        /** @description Days after the day that an invoice is due; below zero: before. */
                        offsets: number[];
                        quiet_hours: {
                            /** @description `20:00` */
                            from: string;
                            /** @description `08:00`; over midnight where it is the earlier one. */
                            until: string;
                        } | null;
                        /** @description When reminders come, by the clock where the customer is: `09:00`. */
                        time: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whether what is due on a Saturday, a Sunday or, in the United States, a federal holiday waits for the next other day. */
                            business_days: boolean;
                            /** @description Whether anything is sent by the schedule. */
                            enabled: boolean;
                            /** @description How many reminders of one invoice at most. */
                            most: number;
                            /** @enum {string} */
                            object: "reminder_schedule";
                            /** @description Days after the day that an invoice is due; below zero: before. */
                            offsets: number[];
                            quiet_hours: {
                                /** @description `20:00` */
                                from: string;
                                /** @description `08:00`; over midnight where it is the earlier one. */
                                until: string;
                            } | null;
                            /** @description When reminders come, by the clock where the customer is: `09:00`. */
                            time: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what the schedule planned, sent and skipped, with why, newest first
         * @description Needs the permission `invoices.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    customer?: string;
                    format?: "json" | "csv";
                    invoice?: string;
                    limit?: number;
                    starting_after?: string;
                    state?: "planned" | "sent" | "skipped";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Reminder"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reminders/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Simulate a schedule that is not in force: who would get what and when, and why not
         * @description Needs the permission `invoices.read`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description An id, `cus_…`. */
                        customer?: string;
                        /** Format: date */
                        from: string;
                        schedule: {
                            /** @description Whether what is due on a Saturday, a Sunday or, in the United States, a federal holiday waits for the next other day. */
                            business_days: boolean;
                            /** @description How many reminders of one invoice at most. */
                            most: number;
                            /** @description Days after the day that an invoice is due; below zero: before. */
                            offsets: number[];
                            quiet_hours: {
                                /** @description `20:00` */
                                from: string;
                                /** @description `08:00`; over midnight where it is the earlier one. */
                                until: string;
                            } | null;
                            /** @description When reminders come, by the clock where the customer is: `09:00`. */
                            time: string;
                        };
                        /** Format: date */
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["ForeseenReminder"][];
                            /** @enum {string} */
                            object: "reminder_preview";
                            /** @description False where there are more open invoices than are simulated at once (2,000). */
                            whole: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/aging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was open of invoices at the end of a day, by customer and by how long it was overdue
         * @description Needs the permission `invoices.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The day, of the company; today unless told. What was posted after it does not count. */
                    as_of?: string;
                    /** @description An id, `cus_…`. */
                    customer?: string;
                    format?: "json" | "csv";
                    limit?: number;
                    /** @description A part of the customer’s name. */
                    q?: string;
                    starting_after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            as_of: string;
                            data: components["schemas"]["AgingRow"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                            time_zone: string;
                            /** @description The sums of all customers that the filter shows, by currency; the same on every page. */
                            totals: components["schemas"]["AgingTotal"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stood on each account at the end of a day (a trial balance)
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The day, of the company; today unless told. */
                    as_of?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            as_of: string;
                            data: components["schemas"]["AccountBalance"][];
                            /** @enum {string} */
                            object: "report";
                            time_zone: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/fees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the processor took as fees in a period, by way to pay
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: {
                    /** @description In place of from and to: so many days up to today, which is included. */
                    days?: number;
                    from?: string;
                    /** @description The last day, included. At most 366 days. */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["FeesRow"][];
                            from: string;
                            /** @enum {string} */
                            object: "report";
                            time_zone: string;
                            to: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was booked in a period, transfer by transfer, newest first
         * @description Needs the permission `payments.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    account?: number;
                    /** @description In place of from and to: so many days up to today, which is included. */
                    days?: number;
                    format?: "json" | "csv";
                    from?: string;
                    limit?: number;
                    starting_after?: string;
                    /** @description The last day, included. At most 366 days. */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["JournalRow"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of the requests sent in a period: opened, paid, and how soon
         * @description Needs the permission `requests.read`.
         */
        get: {
            parameters: {
                query?: {
                    /** @description In place of from and to: so many days up to today, which is included. */
                    days?: number;
                    from?: string;
                    /** @description The last day, included. At most 366 days. */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["RequestFunnel"][];
                            from: string;
                            /** @enum {string} */
                            object: "report";
                            time_zone: string;
                            to: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/takings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What came in, was refunded and was kept as fees, by day and method
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: {
                    /** @description In place of from and to: so many days up to today, which is included. */
                    days?: number;
                    from?: string;
                    /** @description The last day, included. At most 366 days. */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["TakingsRow"][];
                            from: string;
                            /** @enum {string} */
                            object: "report";
                            time_zone: string;
                            to: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/write_offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was written off of invoices in a period, and what of write-offs was taken back
         * @description Needs the permission `invoices.read`.
         */
        get: {
            parameters: {
                query?: {
                    /** @description In place of from and to: so many days up to today, which is included. */
                    days?: number;
                    from?: string;
                    /** @description The last day, included. At most 366 days. */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["WriteOffsRow"][];
                            from: string;
                            /** @enum {string} */
                            object: "report";
                            time_zone: string;
                            to: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The table of roles and permissions, with names in the language asked for
         * @description Needs the permission `staff.manage`.
         */
        get: {
            parameters: {
                query?: {
                    language?: "en" | "fr";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Role"][];
                            /** @enum {string} */
                            object: "list";
                            permissions: {
                                description: string;
                                /** @enum {unknown} */
                                permission: "customers.read" | "customers.write" | "invoices.read" | "invoices.write" | "invoices.write_off" | "credits.write" | "credits.approve" | "requests.read" | "requests.send" | "payments.read" | "payments.receive" | "payment_methods.request" | "refunds.create" | "refunds.record" | "disputes.answer" | "templates.read" | "templates.write" | "events.read" | "settings.read" | "settings.write" | "audit.read" | "payments_account.manage" | "keys.manage" | "staff.manage";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Back to the preset
         * @description Needs the permission `staff.manage`.
         */
        delete: {
            parameters: {
                query?: {
                    language?: "en" | "fr";
                };
                header?: never;
                path: {
                    role: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whether the company has it otherwise than the preset. */
                            changed: boolean;
                            /** @description Of an admin nothing can be taken. */
                            editable: boolean;
                            name: string;
                            /** @enum {string} */
                            object: "role";
                            permissions: ("customers.read" | "customers.write" | "invoices.read" | "invoices.write" | "invoices.write_off" | "credits.write" | "credits.approve" | "requests.read" | "requests.send" | "payments.read" | "payments.receive" | "payment_methods.request" | "refunds.create" | "refunds.record" | "disputes.answer" | "templates.read" | "templates.write" | "events.read" | "settings.read" | "settings.write" | "audit.read" | "payments_account.manage" | "keys.manage" | "staff.manage")[];
                            /** @enum {unknown} */
                            role: "admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Say what a role may do in this company, from the next request on
         * @description Needs the permission `staff.manage`.
         */
        patch: {
            parameters: {
                query?: {
                    language?: "en" | "fr";
                };
                header?: never;
                path: {
                    role: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        permissions: ("customers.read" | "customers.write" | "invoices.read" | "invoices.write" | "invoices.write_off" | "credits.write" | "credits.approve" | "requests.read" | "requests.send" | "payments.read" | "payments.receive" | "payment_methods.request" | "refunds.create" | "refunds.record" | "disputes.answer" | "templates.read" | "templates.write" | "events.read" | "settings.read" | "settings.write" | "audit.read" | "payments_account.manage" | "keys.manage" | "staff.manage")[];
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whether the company has it otherwise than the preset. */
                            changed: boolean;
                            /** @description Of an admin nothing can be taken. */
                            editable: boolean;
                            name: string;
                            /** @enum {string} */
                            object: "role";
                            permissions: ("customers.read" | "customers.write" | "invoices.read" | "invoices.write" | "invoices.write_off" | "credits.write" | "credits.approve" | "requests.read" | "requests.send" | "payments.read" | "payments.receive" | "payment_methods.request" | "refunds.create" | "refunds.record" | "disputes.answer" | "templates.read" | "templates.write" | "events.read" | "settings.read" | "settings.write" | "audit.read" | "payments_account.manage" | "keys.manage" | "staff.manage")[];
                            /** @enum {unknown} */
                            role: "admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager";
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest customers, invoices and payment requests that hold a text or an amount; of what the caller may read
         * @description Needs the permission `customers.read`.
         */
        get: {
            parameters: {
                query: {
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            customers: {
                                code: string | null;
                                email: string | null;
                                /** @description An id, `cus_…`. */
                                id: string;
                                name: string;
                            }[];
                            invoices: {
                                /** @description ISO 4217, lower case. */
                                currency: string;
                                customer_name: string;
                                /** @description An id, `inv_…`. */
                                id: string;
                                number: string;
                                /** @description In minor units. */
                                open: number;
                                status: string;
                                /** @description In minor units. */
                                total: number;
                            }[];
                            /** @enum {string} */
                            object: "search";
                            payment_requests: {
                                /** @description ISO 4217, lower case. */
                                currency: string;
                                customer_name: string | null;
                                /** @description An id, `req_…`. */
                                id: string;
                                /** @description In minor units. */
                                open: number;
                                reference: string;
                                status: string;
                                /** @description In minor units. */
                                total: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sellers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sellers that the company is, beside its own name, newest first
         * @description Needs the permission `invoices.read`.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    starting_after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Seller"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Note that the company sells under another name or tax id too
         * @description Needs the permission `invoices.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        electronic_addresses?: string[];
                        names: string[];
                        tax_id?: string | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            electronic_addresses: string[];
                            /** @description An id, `sel_…`. */
                            id: string;
                            names: string[];
                            /** @enum {string} */
                            object: "seller";
                            tax_id: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sellers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget a seller: its next document is asked about again
         * @description Needs the permission `invoices.write`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            deleted: true;
                            /** @description An id, `sel_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "seller";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, and where
         * @description Needs somebody who is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description All that this person works for; PATCH switches. */
                            companies: {
                                /** @description An id, `co_…`. */
                                id: string;
                                name: string;
                                roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                            }[];
                            company: {
                                currency: string;
                                /** @description An id, `co_…`. */
                                id: string;
                                /** @enum {unknown} */
                                language: "en" | "fr";
                                name: string;
                                /** @description Whether no real money moves here. */
                                sandbox: boolean;
                                time_zone: string;
                            };
                            /** @description To be sent as `X-CSRF-Token` with whatever changes something. */
                            csrf_token: string;
                            /** @description ISO 8601, UTC. */
                            expires_at: string;
                            /** @description An id, `ses_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "session";
                            permissions: ("customers.read" | "customers.write" | "invoices.read" | "invoices.write" | "invoices.write_off" | "credits.write" | "credits.approve" | "requests.read" | "requests.send" | "payments.read" | "payments.receive" | "payment_methods.request" | "refunds.create" | "refunds.record" | "disputes.answer" | "templates.read" | "templates.write" | "events.read" | "settings.read" | "settings.write" | "audit.read" | "payments_account.manage" | "keys.manage" | "staff.manage")[];
                            roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                            user: {
                                email: string;
                                /** @description An id, `usr_…`. */
                                id: string;
                                /** @enum {unknown} */
                                language: "en" | "fr";
                                name: string;
                                totp_enabled: boolean;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Sign in
         * @description Needs nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Of the authenticator app, or a recovery code. */
                        code?: string;
                        /** Format: mailbox */
                        email: string;
                        /** Format: text */
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description All that this person works for; PATCH switches. */
                            companies: {
                                /** @description An id, `co_…`. */
                                id: string;
                                name: string;
                                roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                            }[];
                            company: {
                                currency: string;
                                /** @description An id, `co_…`. */
                                id: string;
                                /** @enum {unknown} */
                                language: "en" | "fr";
                                name: string;
                                /** @description Whether no real money moves here. */
                                sandbox: boolean;
                                time_zone: string;
                            };
                            /** @description To be sent as `X-CSRF-Token` with whatever changes something. */
                            csrf_token: string;
                            /** @description ISO 8601, UTC. */
                            expires_at: string;
                            /** @description An id, `ses_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "session";
                            permissions: ("customers.read" | "customers.write" | "invoices.read" | "invoices.write" | "invoices.write_off" | "credits.write" | "credits.approve" | "requests.read" | "requests.send" | "payments.read" | "payments.receive" | "payment_methods.request" | "refunds.create" | "refunds.record" | "disputes.answer" | "templates.read" | "templates.write" | "events.read" | "settings.read" | "settings.write" | "audit.read" | "payments_account.manage" | "keys.manage" | "staff.manage")[];
                            roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                            user: {
                                email: string;
                                /** @description An id, `usr_…`. */
                                id: string;
                                /** @enum {unknown} */
                                language: "en" | "fr";
                                name: string;
                                totp_enabled: boolean;
                            };
                        };
                    };
                };
            };
        };
        /**
         * Sign out
         * @description Needs somebody who is signed in.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Go on in another company that this person works for
         * @description Needs somebody who is signed in.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description An id, `co_…`. */
                        company_id: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description All that this person works for; PATCH switches. */
                            companies: {
                                /** @description An id, `co_…`. */
                                id: string;
                                name: string;
                                roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                            }[];
                            company: {
                                currency: string;
                                /** @description An id, `co_…`. */
                                id: string;
                                /** @enum {unknown} */
                                language: "en" | "fr";
                                name: string;
                                /** @description Whether no real money moves here. */
                                sandbox: boolean;
                                time_zone: string;
                            };
                            /** @description To be sent as `X-CSRF-Token` with whatever changes something. */
                            csrf_token: string;
                            /** @description ISO 8601, UTC. */
                            expires_at: string;
                            /** @description An id, `ses_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "session";
                            permissions: ("customers.read" | "customers.write" | "invoices.read" | "invoices.write" | "invoices.write_off" | "credits.write" | "credits.approve" | "requests.read" | "requests.send" | "payments.read" | "payments.receive" | "payment_methods.request" | "refunds.create" | "refunds.record" | "disputes.answer" | "templates.read" | "templates.write" | "events.read" | "settings.read" | "settings.write" | "audit.read" | "payments_account.manage" | "keys.manage" | "staff.manage")[];
                            roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                            user: {
                                email: string;
                                /** @description An id, `usr_…`. */
                                id: string;
                                /** @enum {unknown} */
                                language: "en" | "fr";
                                name: string;
                                totp_enabled: boolean;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where one is signed in, newest first
         * @description Needs somebody who is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["OwnSession"][];
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of one’s own sessions
         * @description Needs somebody who is signed in.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the settings
         * @description Needs the permission `settings.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Setting"][];
                            /** @enum {string} */
                            object: "settings";
                            values: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change settings, all or none
         * @description Needs the permission `settings.write`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Setting"][];
                            /** @enum {string} */
                            object: "settings";
                            values: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/settings/presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the presets, each with every value that it sets
         * @description Needs the permission `settings.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Preset"][];
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/presets/{name}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply a preset, all or none
         * @description Needs the permission `settings.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: {
                                after: unknown;
                                before: unknown;
                                key: string;
                            }[];
                            name: string;
                            /** @enum {string} */
                            object: "applied_preset";
                            /** @description What only the operator may change; ask them where it matters. */
                            skipped: {
                                key: string;
                                wanted: unknown;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/thankyou/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the thank-you as it is set, with sample values; it need not be switched on
         * @description Needs the permission `settings.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: mailbox */
                        email: string;
                        /** @enum {unknown} */
                        language?: "en" | "fr";
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description An id, `msg_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "test_message";
                            to: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List statements, newest first
         * @description Needs the permission `invoices.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    customer?: string;
                    format?: "json" | "csv";
                    limit?: number;
                    starting_after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Statement"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Write a statement of what a customer owed in one currency when a day ended
         * @description Needs the permission `invoices.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description The day whose end it is of; today unless told.
                         */
                        as_of?: string;
                        /** @description ISO 4217, lower case. */
                        currency?: string;
                        /** @description An id, `cus_…`. */
                        customer: string;
                        /**
                         * Format: date
                         * @description The first day that is listed. Of a balance brought forward the month’s first unless told.
                         */
                        from?: string;
                        /**
                         * @description open_items: the invoices that were open. balance_forward: what was owed before the first day, and what changed it since. transactions: all that ever changed it.
                         * @enum {unknown}
                         */
                        kind: "balance_forward" | "open_items" | "transactions";
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The day, of the company, whose end it is of. */
                            as_of: string;
                            /** @description What was owed when the day ended, as the aging of that day says. */
                            balance: number;
                            buckets: {
                                /** @enum {unknown} */
                                bucket: "not_due" | "days_1_30" | "days_31_60" | "days_61_90" | "over_90";
                                open: number;
                            }[];
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            customer_name: string;
                            from: string | null;
                            /** @description An id, `stm_…`. */
                            id: string;
                            /** @description Of what is pending, what was being paid when it was made. */
                            in_flight: number;
                            invoices: {
                                /** @description An id, `inv_…`. */
                                id: string;
                                /** @description In minor units. */
                                open: number;
                            }[];
                            /** @enum {unknown} */
                            kind: "balance_forward" | "open_items" | "transactions";
                            /** @enum {string} */
                            object: "statement";
                            opening_balance: number;
                            /** @description Of it, what was still open when the statement was made; what its mail, PDF and link ask for. */
                            pending_balance: number;
                            rows: {
                                /** @description Of an open item what it came to; else what it added or took away. */
                                amount: number;
                                /** @description Of an open item what is open of it; else what was owed with it. */
                                balance: number;
                                date: string;
                                due_on: string | null;
                                reference: string;
                                /** @enum {unknown} */
                                type: "invoice" | "recovery_invoice" | "correction" | "void" | "write_off" | "write_off_undone" | "prepaid" | "payment" | "payment_returned" | "payment_disputed" | "payment_regained" | "payment_undone" | "refund" | "refund_undone" | "credit" | "credit_taken_back";
                            }[];
                            sent_at: string | null;
                            /**
                             * @description superseded: a newer one of the customer in the currency was sent in its place.
                             * @enum {unknown}
                             */
                            state: "created" | "sent" | "superseded";
                            superseded_by: string | null;
                            /** @description Credit that no invoice was settled by; it is not taken off. */
                            unapplied: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a statement, as it was written
         * @description Needs the permission `invoices.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The day, of the company, whose end it is of. */
                            as_of: string;
                            /** @description What was owed when the day ended, as the aging of that day says. */
                            balance: number;
                            buckets: {
                                /** @enum {unknown} */
                                bucket: "not_due" | "days_1_30" | "days_31_60" | "days_61_90" | "over_90";
                                open: number;
                            }[];
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            /** @description An id, `cus_…`. */
                            customer: string;
                            customer_name: string;
                            from: string | null;
                            /** @description An id, `stm_…`. */
                            id: string;
                            /** @description Of what is pending, what was being paid when it was made. */
                            in_flight: number;
                            invoices: {
                                /** @description An id, `inv_…`. */
                                id: string;
                                /** @description In minor units. */
                                open: number;
                            }[];
                            /** @enum {unknown} */
                            kind: "balance_forward" | "open_items" | "transactions";
                            /** @enum {string} */
                            object: "statement";
                            opening_balance: number;
                            /** @description Of it, what was still open when the statement was made; what its mail, PDF and link ask for. */
                            pending_balance: number;
                            rows: {
                                /** @description Of an open item what it came to; else what it added or took away. */
                                amount: number;
                                /** @description Of an open item what is open of it; else what was owed with it. */
                                balance: number;
                                date: string;
                                due_on: string | null;
                                reference: string;
                                /** @enum {unknown} */
                                type: "invoice" | "recovery_invoice" | "correction" | "void" | "write_off" | "write_off_undone" | "prepaid" | "payment" | "payment_returned" | "payment_disputed" | "payment_regained" | "payment_undone" | "refund" | "refund_undone" | "credit" | "credit_taken_back";
                            }[];
                            sent_at: string | null;
                            /**
                             * @description superseded: a newer one of the customer in the currency was sent in its place.
                             * @enum {unknown}
                             */
                            state: "created" | "sent" | "superseded";
                            superseded_by: string | null;
                            /** @description Credit that no invoice was settled by; it is not taken off. */
                            unapplied: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Print a statement, in the customer’s language unless another is asked for; without a payment link
         * @description Needs the permission `invoices.read`.
         */
        get: {
            parameters: {
                query?: {
                    language?: "en" | "fr";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The document. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a statement by e-mail as PDF, with or without a payment link for its pending balance
         * @description Needs the permission `requests.send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Send `[ … ]` as they are. Else a text with one is refused. */
                        allow_blanks?: boolean;
                        /** @description An id, `apt_…`. */
                        appointment?: string;
                        /**
                         * Format: text
                         * @description Words of your own in its place. `{ … }` is filled in.
                         */
                        message?: string;
                        /** Format: text */
                        name?: string;
                        /** @description Whether it carries a payment link; else as the setting `invoice.manual_link` says. Where nothing is pending there is none. */
                        payment_link?: boolean;
                        /** @description The id of a template; sent in the customer’s language where it is written in both. */
                        template?: string;
                        /** Format: mailbox */
                        to?: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: {
                                /** @description An id, `msg_…`. */
                                id: string;
                                to: string;
                            };
                            /** @enum {string} */
                            object: "sent_statement";
                            payment_link: {
                                decided_by: string | null;
                                embedded: boolean;
                                link: components["schemas"]["PaymentLink"] | null;
                                /**
                                 * @description What decided: the first of these that applied, or the rule of the settings.
                                 * @enum {unknown}
                                 */
                                reason: "company_off" | "customer_off" | "nothing_open" | "currency_not_settled" | "amount_not_payable" | "rule";
                            };
                            payment_request: string | null;
                            statement: components["schemas"]["Statement"];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow events as they happen (server-sent events)
         * @description Needs the permission `requests.read`; tells only of what the caller may read. Each event has an id, a type and as data the ids of what it is about. After a break the `Last-Event-ID` header brings everything that came since. `event: reset` says that the id is not known: read anew what you show. `event: permissions` says that the caller may do more or less than before: read the session again. `event: end` says that the server is closing or the session is over.
         */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "last-event-id"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Events without end. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List addresses that mail does not go to, newest first
         * @description Needs the permission `customers.read`.
         */
        get: {
            parameters: {
                query?: {
                    address?: string;
                    limit?: number;
                    starting_after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Suppression"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Let mail go to an address again
         * @description Needs the permission `customers.write`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            deleted: true;
                            /** @description An id, `sup_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "suppression";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all templates: the company’s own, then those that come with the product
         * @description Needs the permission `templates.read`.
         */
        get: {
            parameters: {
                query?: {
                    kind?: "request" | "confirmation" | "reply" | "reminder";
                    language?: "en" | "fr";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Template"][];
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Write a template, or copy one
         * @description Needs the permission `templates.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: text
                         * @description Filled in by us: `{ customer.name }`, `{ customer.code }`, `{ customer.email }`, `{ customer.phone }`, `{ company.name }`, `{ company.phone }`, `{ company.email }`, `{ request.amount }`, `{ request.reference }`, `{ request.due_on }`, `{ payment.amount }`, `{ payment.receipt }`, `{ appointment.starts_at }`, `{ link }`, and the custom attributes `{ customer.meta_… }` and `{ appointment.meta_… }`. Filled in by the sender: `[ … ]`.
                         */
                        body?: string;
                        /** @description A template to begin from. */
                        copy_of?: string;
                        /**
                         * @description For a request, for a thank-you after a payment, or a saved reply for anything.
                         * @enum {unknown}
                         */
                        kind?: "request" | "confirmation" | "reply";
                        /** @enum {unknown} */
                        language?: "en" | "fr";
                        /** Format: text */
                        name?: string;
                        /** @enum {unknown} */
                        sector?: "general" | "automotive" | "bike" | "property_management" | "veterinary";
                        subject?: string | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            body: string;
                            /** @description An id, `tpl_…`. */
                            id: string;
                            /** @enum {unknown} */
                            kind: "request" | "confirmation" | "reply" | "reminder";
                            /** @enum {unknown} */
                            language: "en" | "fr";
                            name: string;
                            /** @enum {string} */
                            object: "template";
                            /** @enum {unknown} */
                            sector: "general" | "automotive" | "bike" | "property_management" | "veterinary";
                            /** @description Comes with Quittance: read-only, to be copied. */
                            shipped: boolean;
                            subject: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a template
         * @description Needs the permission `templates.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            body: string;
                            /** @description An id, `tpl_…`. */
                            id: string;
                            /** @enum {unknown} */
                            kind: "request" | "confirmation" | "reply" | "reminder";
                            /** @enum {unknown} */
                            language: "en" | "fr";
                            name: string;
                            /** @enum {string} */
                            object: "template";
                            /** @enum {unknown} */
                            sector: "general" | "automotive" | "bike" | "property_management" | "veterinary";
                            /** @description Comes with Quittance: read-only, to be copied. */
                            shipped: boolean;
                            subject: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a template
         * @description Needs the permission `templates.write`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            deleted: true;
                            /** @description An id, `tpl_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "template";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a template
         * @description Needs the permission `templates.write`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: text
                         * @description Filled in by us: `{ customer.name }`, `{ customer.code }`, `{ customer.email }`, `{ customer.phone }`, `{ company.name }`, `{ company.phone }`, `{ company.email }`, `{ request.amount }`, `{ request.reference }`, `{ request.due_on }`, `{ payment.amount }`, `{ payment.receipt }`, `{ appointment.starts_at }`, `{ link }`, and the custom attributes `{ customer.meta_… }` and `{ appointment.meta_… }`. Filled in by the sender: `[ … ]`.
                         */
                        body?: string;
                        /**
                         * @description For a request, for a thank-you after a payment, or a saved reply for anything.
                         * @enum {unknown}
                         */
                        kind?: "request" | "confirmation" | "reply";
                        /** @enum {unknown} */
                        language?: "en" | "fr";
                        /** Format: text */
                        name?: string;
                        /** @enum {unknown} */
                        sector?: "general" | "automotive" | "bike" | "property_management" | "veterinary";
                        subject?: string | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            body: string;
                            /** @description An id, `tpl_…`. */
                            id: string;
                            /** @enum {unknown} */
                            kind: "request" | "confirmation" | "reply" | "reminder";
                            /** @enum {unknown} */
                            language: "en" | "fr";
                            name: string;
                            /** @enum {string} */
                            object: "template";
                            /** @enum {unknown} */
                            sector: "general" | "automotive" | "bike" | "property_management" | "veterinary";
                            /** @description Comes with Quittance: read-only, to be copied. */
                            shipped: boolean;
                            subject: string | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/templates/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a template with sample values: to yourself, or by a key to somebody of the staff
         * @description Needs the permission `templates.write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: mailbox
                         * @description Whoever is signed in gets it themselves; a key says who of the staff does.
                         */
                        email?: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description An id, `msg_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "test_message";
                            to: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what a template or a message would say
         * @description Needs the permission `templates.read`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description An id, `apt_…`. */
                        appointment?: string;
                        /** @description An id, `cus_…`. */
                        customer?: string;
                        /** @enum {unknown} */
                        language?: "en" | "fr";
                        /**
                         * Format: text
                         * @description Words of your own in its place. `{ … }` is filled in.
                         */
                        message?: string;
                        /** @description An id, `req_…`. */
                        payment_request?: string;
                        /** @description The id of a template; sent in the customer’s language where it is written in both. */
                        template?: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {unknown} */
                            language: "en" | "fr";
                            /** @description Variables without a value here. They block sending. */
                            missing: string[];
                            /** @enum {string} */
                            object: "template_preview";
                            /** @description Whether it can be sent as it is, without allow_blanks. */
                            sendable: boolean;
                            subject: string | null;
                            text: string;
                            /** @description Names in braces that mean nothing. They block sending. */
                            unknown: string[];
                            warnings: {
                                /** @enum {unknown} */
                                code: "blank" | "other_language";
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List cash and cheques, newest first: all, those that wait to be banked, or those that are banked
         * @description Needs the permission `payments.read`. With `format=csv` or `Accept: text/csv`: all that the filter shows, as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    banked?: boolean;
                    format?: "json" | "csv";
                    limit?: number;
                    starting_after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["TenderRow"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change one’s name, language or password; a new password ends the other sessions
         * @description Needs somebody who is signed in.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: text */
                        current_password?: string;
                        /** @enum {unknown} */
                        language?: "en" | "fr";
                        /** Format: text */
                        name?: string;
                        /** Format: text */
                        password?: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description All that this person works for; PATCH switches. */
                            companies: {
                                /** @description An id, `co_…`. */
                                id: string;
                                name: string;
                                roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                            }[];
                            company: {
                                currency: string;
                                /** @description An id, `co_…`. */
                                id: string;
                                /** @enum {unknown} */
                                language: "en" | "fr";
                                name: string;
                                /** @description Whether no real money moves here. */
                                sandbox: boolean;
                                time_zone: string;
                            };
                            /** @description To be sent as `X-CSRF-Token` with whatever changes something. */
                            csrf_token: string;
                            /** @description ISO 8601, UTC. */
                            expires_at: string;
                            /** @description An id, `ses_…`. */
                            id: string;
                            /** @enum {string} */
                            object: "session";
                            permissions: ("customers.read" | "customers.write" | "invoices.read" | "invoices.write" | "invoices.write_off" | "credits.write" | "credits.approve" | "requests.read" | "requests.send" | "payments.read" | "payments.receive" | "payment_methods.request" | "refunds.create" | "refunds.record" | "disputes.answer" | "templates.read" | "templates.write" | "events.read" | "settings.read" | "settings.write" | "audit.read" | "payments_account.manage" | "keys.manage" | "staff.manage")[];
                            roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
                            user: {
                                email: string;
                                /** @description An id, `usr_…`. */
                                id: string;
                                /** @enum {unknown} */
                                language: "en" | "fr";
                                name: string;
                                totp_enabled: boolean;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/user/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which notices one gets by mail of this company
         * @description Needs somebody who is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description A mail where a payout arrives at the bank, or does not. */
                            deposits: boolean;
                            /** @description A mail where a payer asks for a new link. */
                            link_wanted: boolean;
                            /** @enum {string} */
                            object: "notification_settings";
                            /** @description A mail where a payment that took days has cleared. */
                            payment_cleared: boolean;
                            /** @description A mail for each payment that comes in. */
                            payment_received: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Switch one’s notices on or off
         * @description Needs somebody who is signed in.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A mail where a payout arrives at the bank, or does not. */
                        deposits?: boolean;
                        /** @description A mail where a payer asks for a new link. */
                        link_wanted?: boolean;
                        /** @description A mail where a payment that took days has cleared. */
                        payment_cleared?: boolean;
                        /** @description A mail for each payment that comes in. */
                        payment_received?: boolean;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description A mail where a payout arrives at the bank, or does not. */
                            deposits: boolean;
                            /** @description A mail where a payer asks for a new link. */
                            link_wanted: boolean;
                            /** @enum {string} */
                            object: "notification_settings";
                            /** @description A mail where a payment that took days has cleared. */
                            payment_cleared: boolean;
                            /** @description A mail for each payment that comes in. */
                            payment_received: boolean;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/user/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a second factor: a secret for an authenticator app, to be confirmed by a first code
         * @description Needs somebody who is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            otpauth_url: string;
                            qr_svg: string;
                            secret: string;
                        };
                    };
                };
            };
        };
        /**
         * Turn the second factor off
         * @description Needs somebody who is signed in.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: text */
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/user/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn the second factor on by its first code; the recovery codes are shown this once
         * @description Needs somebody who is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Of the authenticator app, or a recovery code. */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recovery_codes: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wires": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the wires of which something is unmatched, newest first
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    starting_after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["ReceivedWire"][];
                            has_more: boolean;
                            next_cursor: string | null;
                            /** @enum {string} */
                            object: "list";
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Book a wire that came to your own bank, for a payment request or a customer’s invoices
         * @description Needs the permission `payments.receive`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description In minor units. A bank carries more than a processor does. */
                        amount: number;
                        /** @description A wire with this reference, day and amount is booked already, and this is another one all the same. */
                        confirm_repeat?: boolean;
                        /** @description ISO 4217, lower case. */
                        currency: string;
                        /** @description An id, `cus_…`. */
                        customer?: string;
                        /** @description Of the customer: what the wire settles, in this order. Without any, all of it is the customer’s credit. */
                        invoices?: string[];
                        /** @description An id, `req_…`. */
                        payment_request?: string;
                        /** Format: date */
                        received_on: string;
                        reference?: string | null;
                        sender?: string | null;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            bank: {
                                last4: string;
                                name: string | null;
                            } | null;
                            card: {
                                brand: string;
                                last4: string;
                                wallet: string | null;
                            } | null;
                            /** @description In minor units. */
                            charged_back_amount: number;
                            clears: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            } | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            decline_code: string | null;
                            /** @description Its bank is taking it back, and has not decided yet. */
                            disputed: boolean;
                            fee: number | null;
                            fee_currency: string | null;
                            /** @description An id, `pay_…`. */
                            id: string;
                            /** @description card, wallet, ach, bnpl, wire, cash or cheque. */
                            method: string;
                            /** @enum {string} */
                            object: "payment";
                            payer_email: string | null;
                            payer_name: string | null;
                            payment_request: string | null;
                            processor_reference: string | null;
                            refund_label: {
                                en: string;
                                fr: string;
                            } | null;
                            /** @description In minor units. */
                            refunded_amount: number;
                            /** @description In minor units. */
                            refunding_amount: number;
                            returned_at: string | null;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            state: "created" | "unknown" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled" | "returned" | "charged_back";
                            tender: {
                                bank_deposit: string | null;
                                banked_on: string | null;
                                note: string | null;
                                payer: string | null;
                                /** Format: date */
                                received_on: string;
                                reference: string | null;
                                taken_back: ("bounced" | "mistake") | null;
                                /** @description What of it is to be banked, or was: all but what was given back in cash before. */
                                to_bank: number;
                            } | null;
                            wire: {
                                /** @description Booked by a person, at the company’s own bank: it can be taken back. */
                                by_hand: boolean;
                                note: string | null;
                                /** Format: date */
                                received_on: string;
                                reference: string | null;
                                sender: string | null;
                                taken_back: ("bounced" | "mistake") | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wires/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a wire, with what of it is unmatched
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            bank: {
                                last4: string;
                                name: string | null;
                            } | null;
                            card: {
                                brand: string;
                                last4: string;
                                wallet: string | null;
                            } | null;
                            /** @description In minor units. */
                            charged_back_amount: number;
                            clears: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            } | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            customer: string | null;
                            customer_name: string | null;
                            decline_code: string | null;
                            /** @description Its bank is taking it back, and has not decided yet. */
                            disputed: boolean;
                            fee: number | null;
                            fee_currency: string | null;
                            /** @description An id, `pay_…`. */
                            id: string;
                            /** @description card, wallet, ach, bnpl, wire, cash or cheque. */
                            method: string;
                            /** @enum {string} */
                            object: "payment";
                            payer_email: string | null;
                            payer_name: string | null;
                            payment_request: string | null;
                            processor_reference: string | null;
                            refund_label: {
                                en: string;
                                fr: string;
                            } | null;
                            /** @description In minor units. */
                            refunded_amount: number;
                            /** @description In minor units. */
                            refunding_amount: number;
                            returned_at: string | null;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            state: "created" | "unknown" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled" | "returned" | "charged_back";
                            tender: {
                                bank_deposit: string | null;
                                banked_on: string | null;
                                note: string | null;
                                payer: string | null;
                                /** Format: date */
                                received_on: string;
                                reference: string | null;
                                taken_back: ("bounced" | "mistake") | null;
                                /** @description What of it is to be banked, or was: all but what was given back in cash before. */
                                to_bank: number;
                            } | null;
                            /** @description In minor units: what of it is credit that nobody has used. */
                            unmatched: number;
                            wire: {
                                /** @description Booked by a person, at the company’s own bank: it can be taken back. */
                                by_hand: boolean;
                                note: string | null;
                                /** Format: date */
                                received_on: string;
                                reference: string | null;
                                sender: string | null;
                                taken_back: ("bounced" | "mistake") | null;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wires/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an unmatched wire may be for, the likeliest first, and why
         * @description Needs the permission `payments.read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["WireCandidate"][];
                            /** @enum {string} */
                            object: "wire_candidates";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wires/{id}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a wire is for a payment request of its customer; what is over stays credit
         * @description Needs the permission `payments.receive`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description An id, `req_…`. */
                        payment_request: string;
                    };
                };
            };
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            bank: {
                                last4: string;
                                name: string | null;
                            } | null;
                            card: {
                                brand: string;
                                last4: string;
                                wallet: string | null;
                            } | null;
                            /** @description In minor units. */
                            charged_back_amount: number;
                            clears: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            } | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            customer: string | null;
                            customer_name: string | null;
                            decline_code: string | null;
                            /** @description Its bank is taking it back, and has not decided yet. */
                            disputed: boolean;
                            fee: number | null;
                            fee_currency: string | null;
                            /** @description An id, `pay_…`. */
                            id: string;
                            /** @description card, wallet, ach, bnpl, wire, cash or cheque. */
                            method: string;
                            /** @enum {string} */
                            object: "payment";
                            payer_email: string | null;
                            payer_name: string | null;
                            payment_request: string | null;
                            processor_reference: string | null;
                            refund_label: {
                                en: string;
                                fr: string;
                            } | null;
                            /** @description In minor units. */
                            refunded_amount: number;
                            /** @description In minor units. */
                            refunding_amount: number;
                            returned_at: string | null;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            state: "created" | "unknown" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled" | "returned" | "charged_back";
                            tender: {
                                bank_deposit: string | null;
                                banked_on: string | null;
                                note: string | null;
                                payer: string | null;
                                /** Format: date */
                                received_on: string;
                                reference: string | null;
                                taken_back: ("bounced" | "mistake") | null;
                                /** @description What of it is to be banked, or was: all but what was given back in cash before. */
                                to_bank: number;
                            } | null;
                            /** @description In minor units: what of it is credit that nobody has used. */
                            unmatched: number;
                            wire: {
                                /** @description Booked by a person, at the company’s own bank: it can be taken back. */
                                by_hand: boolean;
                                note: string | null;
                                /** Format: date */
                                received_on: string;
                                reference: string | null;
                                sender: string | null;
                                taken_back: ("bounced" | "mistake") | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wires/{id}/unmatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a match back: what the wire had settled is open again
         * @description Needs the permission `refunds.create`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Refused: nothing was changed unless `detail` says so. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In minor units. */
                            amount: number;
                            bank: {
                                last4: string;
                                name: string | null;
                            } | null;
                            card: {
                                brand: string;
                                last4: string;
                                wallet: string | null;
                            } | null;
                            /** @description In minor units. */
                            charged_back_amount: number;
                            clears: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            } | null;
                            /** @description ISO 8601, UTC. */
                            created_at: string;
                            /** @description ISO 4217, lower case. */
                            currency: string;
                            customer: string | null;
                            customer_name: string | null;
                            decline_code: string | null;
                            /** @description Its bank is taking it back, and has not decided yet. */
                            disputed: boolean;
                            fee: number | null;
                            fee_currency: string | null;
                            /** @description An id, `pay_…`. */
                            id: string;
                            /** @description card, wallet, ach, bnpl, wire, cash or cheque. */
                            method: string;
                            /** @enum {string} */
                            object: "payment";
                            payer_email: string | null;
                            payer_name: string | null;
                            payment_request: string | null;
                            processor_reference: string | null;
                            refund_label: {
                                en: string;
                                fr: string;
                            } | null;
                            /** @description In minor units. */
                            refunded_amount: number;
                            /** @description In minor units. */
                            refunding_amount: number;
                            returned_at: string | null;
                            settled_at: string | null;
                            /** @enum {unknown} */
                            state: "created" | "unknown" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled" | "returned" | "charged_back";
                            tender: {
                                bank_deposit: string | null;
                                banked_on: string | null;
                                note: string | null;
                                payer: string | null;
                                /** Format: date */
                                received_on: string;
                                reference: string | null;
                                taken_back: ("bounced" | "mistake") | null;
                                /** @description What of it is to be banked, or was: all but what was given back in cash before. */
                                to_bank: number;
                            } | null;
                            /** @description In minor units: what of it is credit that nobody has used. */
                            unmatched: number;
                            wire: {
                                /** @description Booked by a person, at the company’s own bank: it can be taken back. */
                                by_hand: boolean;
                                note: string | null;
                                /** Format: date */
                                received_on: string;
                                reference: string | null;
                                sender: string | null;
                                taken_back: ("bounced" | "mistake") | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountBalance: {
            account: number;
            /** @description Debit less credit; all balances of a currency come to 0. */
            balance: number;
            /** @description All that was moved from it. */
            credit: number;
            /** @description ISO 4217, lower case. */
            currency: string;
            /** @description All that was moved to it, in minor units. */
            debit: number;
            /** @enum {unknown} */
            kind: "asset" | "liability" | "equity" | "income" | "expense" | "clearing";
            name: string;
        };
        AgingRow: {
            buckets: {
                /** @enum {unknown} */
                bucket: "not_due" | "days_1_30" | "days_31_60" | "days_61_90" | "over_90";
                invoices: number;
                /** @description Below zero only between the day of a payment and that of an invoice that was written after it. */
                open: number;
            }[];
            /** @description ISO 4217, lower case. */
            currency: string;
            customer: string | null;
            customer_name: string | null;
            total: number;
            /** @description Credits and prepayments that are not applied. They stand beside what is open and are not taken from it. */
            unapplied: number;
        };
        AgingTotal: {
            buckets: {
                /** @enum {unknown} */
                bucket: "not_due" | "days_1_30" | "days_31_60" | "days_61_90" | "over_90";
                invoices: number;
                /** @description Below zero only between the day of a payment and that of an invoice that was written after it. */
                open: number;
            }[];
            /** @description ISO 4217, lower case. */
            currency: string;
            total: number;
            /** @description Credits and prepayments that are not applied. They stand beside what is open and are not taken from it. */
            unapplied: number;
        };
        ApiKey: {
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description The last four characters of the secret. */
            hint: string;
            /** @description An id, `key_…`. */
            id: string;
            last_used_at: string | null;
            name: string;
            /** @enum {string} */
            object: "api_key";
            permissions: string[];
            revoked_at: string | null;
            /** @description Shown once, when the key is made. */
            secret?: string | null;
        };
        Application: {
            /** @description In minor units. */
            amount: number;
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            /** @description An id, `app_…`. */
            id: string;
            /** @description An id, `inv_…`. */
            invoice: string;
            invoice_number: string;
            /** @enum {string} */
            object: "application";
            /** @description In minor units. */
            reversed_amount: number;
        };
        Appointment: {
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description An id, `cus_…`. */
            customer: string;
            external_id: string | null;
            /** @description An id, `apt_…`. */
            id: string;
            meta: {
                [key: string]: string;
            };
            /** @enum {string} */
            object: "appointment";
            source: string | null;
            /** @description ISO 8601, UTC. */
            starts_at: string;
        };
        AuditEvent: {
            actor: {
                id: string;
                name: string | null;
                /** @enum {unknown} */
                type: "staff" | "api_key" | "payer" | "processor" | "system" | "operator";
            };
            /** @description ISO 8601, UTC. */
            at: string;
            detail: unknown;
            /** @description An id, `aud_…`. */
            id: string;
            /** @enum {string} */
            object: "audit_event";
            subject: {
                /** @description A UUID. */
                id: string;
                type: string;
            };
            /** @description `noun.verb`, past tense. */
            type: string;
        };
        BankDeposit: {
            /** @description In minor units. */
            amount: number;
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            /** Format: date */
            deposited_on: string;
            /** @description An id, `bdp_…`. */
            id: string;
            /** @enum {string} */
            object: "bank_deposit";
            payments: string[];
            reference: string | null;
            undo_reason: string | null;
            undone_at: string | null;
        };
        BulkSend: {
            canceled_at: string | null;
            /** @description How many customers stand where. */
            counts: {
                canceled: number;
                /** @description The mail server refused them, or we failed. */
                failed: number;
                /** @description Made; their mail waits until the mail server takes it. */
                queued: number;
                sent: number;
                /** @description They get nothing, and their items say why. */
                skipped: number;
                total: number;
                /** @description Their turn has not come. */
                waiting: number;
            };
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description An id, `bulk_…`. */
            id: string;
            /** @enum {unknown} */
            kind: "payment_links" | "statements";
            message: string | null;
            /** @enum {string} */
            object: "bulk_send";
            over_at: string | null;
            /**
             * @description done: nothing waits any more. Mails of it may still be queued.
             * @enum {unknown}
             */
            state: "running" | "done" | "canceled";
        };
        BulkSendItem: {
            /** @description In minor units: as it was ticked, and once it is sent as it was sent. */
            amount: number;
            code: string | null;
            /** @description ISO 4217, lower case. */
            currency: string;
            /** @description An id, `cus_…`. */
            customer: string;
            customer_name: string;
            detail: string | null;
            email: string | null;
            handled_at: string | null;
            /** @description An id, `bki_…`. */
            id: string;
            /** @description How many were ticked. */
            invoices: number;
            /** @description Invoices that were ticked and are not asked for, and why. */
            left_out: {
                /** @description An id, `inv_…`. */
                invoice: string;
                number: string;
                /** @enum {unknown} */
                why: "paid" | "not_owed" | "being_paid" | "asked_already";
            }[];
            /** @enum {string} */
            object: "bulk_send_item";
            payment_request: string | null;
            /** @enum {unknown} */
            state: "waiting" | "queued" | "sent" | "skipped" | "failed" | "canceled";
            statement: string | null;
        };
        Contact: {
            email: string | null;
            /** @description An id, `con_…`. */
            id: string;
            name: string;
            /** @enum {string} */
            object: "contact";
            phone: string | null;
        };
        Credit: {
            /** @description In minor units. */
            amount: number;
            applications: components["schemas"]["Application"][];
            /** @description ISO 8601, UTC. */
            created_at: string;
            credit_note: string | null;
            /** @description ISO 4217, lower case. */
            currency: string;
            customer: string | null;
            /** @description An id, `crd_…`. */
            id: string;
            /** @enum {unknown} */
            kind: "prepayment" | "overpayment" | "credit_note";
            /** @enum {string} */
            object: "credit";
            payment: string | null;
            /** @description In minor units. */
            remaining: number;
            voided_at: string | null;
        };
        CreditNote: {
            /** @description In minor units. */
            allowances: number;
            approval: {
                applies: number | null;
                decided_at: string | null;
                decided_by: {
                    id: string;
                    name: string | null;
                    /** @description staff or api_key */
                    type: string;
                } | null;
                rejected_for: string | null;
                /** @description Which version it is; say it when you approve or reject it. */
                revision: number;
                /** @description ISO 8601, UTC. */
                submitted_at: string;
                written_by: {
                    id: string;
                    name: string | null;
                    /** @description staff or api_key */
                    type: string;
                };
            } | null;
            buyer: {
                address_lines: string[];
                email: string | null;
                name: string;
                tax_id: string | null;
            };
            /** @description In minor units. */
            charges: number;
            /** @description ISO 8601, UTC. */
            created_at: string;
            credit: string | null;
            /** @description ISO 4217, lower case. */
            currency: string;
            /** @description An id, `cus_…`. */
            customer: string;
            /** @description An id, `cn_…`. */
            id: string;
            invoice: string | null;
            invoice_reference: string | null;
            issued_on: string | null;
            lines?: {
                /** @description In minor units. */
                amount: number;
                description: string;
                quantity: string | null;
                tax_rate: string | null;
                unit: string | null;
                unit_price: string | null;
            }[];
            number: string | null;
            /** @enum {string} */
            object: "credit_note";
            /** @description Whether it was open when the company began to keep its books here. */
            opening_balance: boolean;
            original: string | null;
            reason: string | null;
            /** @description What is left of its credit, in minor units. */
            remaining: number;
            /** @description In minor units. */
            rounding: number;
            /** @enum {unknown} */
            series: "own" | "external";
            /**
             * @description draft, pending_approval and rejected: not issued, so that it settles nothing and is no credit.
             * @enum {unknown}
             */
            status: "draft" | "pending_approval" | "rejected" | "issued" | "void";
            /** @description In minor units. */
            subtotal: number;
            /** @description In minor units. */
            tax: number;
            taxes: {
                /** @description In minor units. */
                amount: number;
                category: string;
                name: string | null;
                rate: string;
                /** @description In minor units. */
                taxable: number;
            }[];
            /** @description In minor units. */
            total: number;
            /** @description UNTDID 1001, as EN 16931 uses it: 381, 261… */
            type_code: string;
            voided_at: string | null;
        };
        Customer: {
            address_lines: string[];
            code: string | null;
            contacts: components["schemas"]["Contact"][];
            country: string | null;
            /** @description ISO 8601, UTC. */
            created_at: string;
            email: string | null;
            external_id: string | null;
            /** @description An id, `cus_…`. */
            id: string;
            language: ("en" | "fr") | null;
            meta: {
                [key: string]: string;
            };
            methods: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
            name: string;
            /** @enum {string} */
            object: "customer";
            payment_links_enabled: boolean;
            phone: string | null;
            source: string | null;
            tax_id: string | null;
            time_zone: string | null;
        };
        Dispute: {
            /** @description In minor units. */
            amount: number;
            /** @description Whether evidence can still be handed in. */
            can_answer: boolean;
            charged_back_at: string | null;
            /** @description ISO 4217, lower case. */
            currency: string;
            decided_at: string | null;
            due_by: string | null;
            evidence: {
                files: {
                    [key: string]: string;
                };
                texts: {
                    [key: string]: string;
                };
            } | null;
            /** @description In minor units. */
            fee: number;
            fee_currency: string | null;
            /** @description An id, `dsp_…`. */
            id: string;
            network_reason_code: string | null;
            /** @enum {string} */
            object: "dispute";
            /** @description ISO 8601, UTC. */
            opened_at: string;
            /** @description An id, `pay_…`. */
            payment: string;
            processor_reference: string;
            /** @description What the payer’s bank says, as the processor names it: fraudulent… */
            reason: string;
            reinstated_at: string | null;
            /**
             * @description An inquiry only asks; all others took the money, until it is won.
             * @enum {unknown}
             */
            state: "inquiry" | "needs_response" | "under_review" | "won" | "lost" | "closed";
            submitted_at: string | null;
        };
        Event: {
            /** @description An id, `evt_…`. */
            id: string;
            /** @enum {string} */
            object: "event";
            /** @description ISO 8601, UTC. */
            occurred_at: string;
            /** @description The id of what it is about. Read it for what is true now. */
            subject: string;
            /** @description `noun.verb`, past tense: payment.succeeded */
            type: string;
        };
        FeesRow: {
            /** @description ISO 4217, lower case. */
            currency: string;
            /** @description In minor units. */
            gross: number;
            /** @description other: what the processor asked for beside payments. */
            method: string;
            payments: number;
            /** @description Fees of payments, and what the processor asked for beside them. */
            processing: number;
            /** @description Fees of returns, failed debits and disputes. */
            returns: number;
            /** @description In minor units. */
            total: number;
        };
        ForeseenReminder: {
            /** @description In minor units. */
            amount: number;
            /** @description ISO 8601, UTC. */
            at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            /** @description An id, `cus_…`. */
            customer: string;
            customer_name: string;
            /** @description An id, `inv_…`. */
            invoice: string;
            /** Format: date */
            local_day: string;
            /** @description By the clock where the customer is. */
            local_time: string;
            mail: number | null;
            number: string;
            /** @enum {unknown} */
            outcome: "sent" | "skipped";
            reason: ("switched_off" | "customer_excluded" | "voided" | "written_off" | "paid" | "being_paid" | "disputed" | "promised" | "overtaken" | "reminded_today" | "limit_reached" | "no_address" | "address_suppressed") | null;
            /** @description Days after the invoice is due; below zero: before. */
            step: number;
            time_zone: string;
            to: string | null;
        };
        Invoice: {
            /** @description In minor units. */
            allowances: number;
            buyer: {
                address_lines: string[];
                email: string | null;
                name: string;
                tax_id: string | null;
            };
            /** @description In minor units. */
            charges: number;
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            /** @description An id, `cus_…`. */
            customer: string;
            /** @enum {unknown} */
            document_type: "invoice" | "corrected_invoice" | "prepayment_invoice" | "self_billed_invoice" | "recovery_invoice";
            due_on: string | null;
            /** @description An id, `inv_…`. */
            id: string;
            /** @description In minor units. */
            in_flight: number;
            issued_on: string;
            lines?: {
                /** @description In minor units. */
                amount: number;
                description: string;
                quantity: string | null;
                tax_rate: string | null;
                taxes: {
                    name: string | null;
                    rate: string;
                }[] | null;
                unit: string | null;
                unit_price: string | null;
            }[];
            note: string | null;
            number: string;
            /** @enum {string} */
            object: "invoice";
            /** @description In minor units. */
            open: number;
            /** @description What is open, as decimal text in major units. */
            open_display: string;
            /** @description Whether it was open when the company began to keep its books here; its sale and tax are booked elsewhere. */
            opening_balance: boolean;
            order_reference: string | null;
            original: string | null;
            /** @description In minor units. */
            prepaid: number;
            /** @description Of a recovery invoice, which is no sale: the payment that was refunded and that a bank took back as well. */
            recovers: string | null;
            refund_label: {
                en: string;
                fr: string;
            } | null;
            /** @description In minor units. */
            refunded: number;
            /** @description Counts its edits, from 1. */
            revision: number;
            /** @description In minor units. */
            rounding: number;
            /** @enum {unknown} */
            series: "own" | "external";
            /** @description In minor units. */
            settled: number;
            /** @description In minor units. */
            shipping: number;
            /** @enum {unknown} */
            status: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
            /** @description In minor units. */
            subtotal: number;
            /** @description In minor units. */
            tax: number;
            taxes: {
                /** @description In minor units. */
                amount: number;
                category: string;
                name: string | null;
                rate: string;
                /** @description In minor units. */
                taxable: number;
            }[];
            terms: {
                discount: {
                    amount: string;
                    label: string;
                } | null;
                shipping: {
                    amount: string;
                    taxes: {
                        name: string | null;
                        rate: string;
                    }[];
                } | null;
                tax_included: boolean;
            } | null;
            /** @description In minor units. */
            total: number;
            /** @description UNTDID 1001, as EN 16931 uses it: 380, 384, 389… */
            type_code: string;
            voided_at: string | null;
            write_off_note: string | null;
            write_off_reason: ("uncollectible" | "insolvent" | "contested" | "too_small" | "not_found" | "other") | null;
            /** @description What of it a person gave up, in minor units. */
            written_off: number;
            written_off_at: string | null;
        };
        InvoiceEmail: {
            /** @description ISO 8601, UTC. */
            created_at: string;
            error: string | null;
            /** @description An id, `msg_…`. */
            id: string;
            /** @description An id, `inv_…`. */
            invoice: string;
            /** @enum {string} */
            object: "invoice_email";
            payment_request: string | null;
            sent_at: string | null;
            /** @enum {unknown} */
            state: "queued" | "sent" | "delivered" | "failed";
            to: string;
        };
        InvoiceImport: {
            /** @description Numbers that this source had brought before; they stay as they are. */
            already_imported: string[];
            customers_created: number;
            dry_run: boolean;
            /** @description What the file was read as: utf-8, utf-16le or windows-1252. */
            encoding: string;
            ignored_columns: string[];
            imported: {
                id: string | null;
                number: string;
            }[];
            /** @description Lines of the file, without its heading. */
            lines: number;
            /** @enum {string} */
            object: "invoice_import";
            source: string;
        };
        InvoiceSchedule: {
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            /** @description An id, `cus_…`. */
            customer: string;
            discount: {
                amount: string;
                label: string;
            } | null;
            due_in_days: number | null;
            ends_on: string | null;
            every: number;
            /** @description An id, `sch_…`. */
            id: string;
            /** @description Its newest invoices, at most 100. */
            invoices?: {
                day: string;
                /** @description An id, `inv_…`. */
                invoice: string;
                outcome: string | null;
            }[];
            lines: {
                description: string;
                quantity: string;
                taxes: {
                    name: string | null;
                    rate: string;
                }[];
                unit: string | null;
                unit_price: string;
            }[];
            /** @description The next days of it, three at most, from six in the morning of the company on. */
            next_days: string[];
            note: string | null;
            /** @enum {string} */
            object: "invoice_schedule";
            order_reference: string | null;
            revision: number;
            shipping: {
                amount: string;
                taxes: {
                    name: string | null;
                    rate: string;
                }[];
            } | null;
            starts_on: string;
            /** @enum {unknown} */
            status: "active" | "paused" | "ended";
            tax_included: boolean;
            /** @enum {unknown} */
            unit: "week" | "month";
        };
        JournalRow: {
            /** @description In minor units. */
            amount: number;
            /** @description ISO 8601, UTC. */
            booked_at: string;
            credit: number;
            /** @description ISO 4217, lower case. */
            currency: string;
            debit: number;
            /** @description The entry that it is of, `ent_…`: what was booked together. */
            entry: string;
            /** @description An id, `trf_…`. */
            id: string;
            /** @description What was booked: invoice_issued, payment_applied, processor_fee… */
            kind: string;
            reverses: string | null;
            subject: string | null;
        };
        Member: {
            /** @description ISO 8601, UTC. */
            created_at: string;
            email: string;
            /** @description An id, `mem_…`. */
            id: string;
            invited_until: string | null;
            last_seen_at: string | null;
            name: string;
            /** @enum {string} */
            object: "member";
            roles: ("admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager")[];
            /** @enum {unknown} */
            status: "invited" | "active" | "suspended" | "removed" | "revoked";
            totp_enabled: boolean;
            /** @description An id, `usr_…`. */
            user: string;
        };
        MethodRequest: {
            completed_at: string | null;
            /** @description An id, `cus_…`. */
            customer: string;
            email: string;
            /** @description ISO 8601, UTC. */
            expires_at: string;
            /** @description An id, `pmr_…`. */
            id: string;
            /** @enum {string} */
            object: "method_request";
            payment_method: string | null;
            /** @description ISO 8601, UTC. */
            sent_at: string;
            /** @enum {unknown} */
            status: "open" | "completed" | "expired" | "revoked";
        };
        Order: {
            /** @description In minor units. */
            allowances: number;
            canceled_at: string | null;
            /** @description In minor units. */
            charges: number;
            confirmed_at: string | null;
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            /** @description An id, `cus_…`. */
            customer: string;
            customer_name: string;
            /** @description An id, `ord_…`. */
            id: string;
            invoice: {
                /** @description An id, `inv_…`. */
                id: string;
                /** @description In minor units. */
                in_flight: number;
                number: string;
                /** @description In minor units. */
                open: number;
                /** @description In minor units. */
                settled: number;
                /** @enum {unknown} */
                status: "open" | "partially_paid" | "paid" | "processing" | "overdue" | "partially_refunded" | "refunded" | "void" | "written_off";
            } | null;
            lines?: {
                /** @description In minor units. */
                amount: number;
                description: string;
                product: string | null;
                quantity: string;
                taxes: {
                    name: string | null;
                    rate: string;
                }[];
                unit: string | null;
                /** @description Decimal, in major units. */
                unit_price: string;
            }[];
            note: string | null;
            number: string;
            /** @enum {string} */
            object: "order";
            po_number: string | null;
            /** @description Counts its edits, from 1. */
            revision: number;
            /** @description In minor units. */
            rounding: number;
            /** @description In minor units. */
            shipping: number;
            /** @enum {unknown} */
            state: "draft" | "unconfirmed" | "confirmed" | "canceled";
            /** @description In minor units. */
            subtotal: number;
            /** @description In minor units. */
            tax: number;
            taxes: {
                /** @description In minor units. */
                amount: number;
                category: string;
                name: string | null;
                rate: string;
                /** @description In minor units. */
                taxable: number;
            }[];
            /** @description What its sums come from beside its lines, as they were written: decimal text in major units. Null where the sums are those of the file that it came as, which cannot be edited. */
            terms: {
                discount: {
                    amount: string;
                    label: string;
                } | null;
                shipping: {
                    amount: string;
                    taxes: {
                        name: string | null;
                        rate: string;
                    }[];
                } | null;
                tax_included: boolean;
            };
            /** @description In minor units. */
            total: number;
            wanted_on: string | null;
        };
        OwnSession: {
            /** @description Where it was begun from. */
            address: string;
            /** @description An id, `co_…`. */
            company: string;
            /** @description ISO 8601, UTC. */
            created_at: string;
            current: boolean;
            /** @description An id, `ses_…`. */
            id: string;
            /** @description ISO 8601, UTC. */
            last_seen_at: string;
            /** @enum {string} */
            object: "own_session";
            user_agent: string;
        };
        Payment: {
            /** @description In minor units. */
            amount: number;
            bank: {
                last4: string;
                name: string | null;
            } | null;
            card: {
                brand: string;
                last4: string;
                wallet: string | null;
            } | null;
            /** @description In minor units. */
            charged_back_amount: number;
            clears: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            } | null;
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            decline_code: string | null;
            /** @description Its bank is taking it back, and has not decided yet. */
            disputed: boolean;
            fee: number | null;
            fee_currency: string | null;
            /** @description An id, `pay_…`. */
            id: string;
            /** @description card, wallet, ach, bnpl, wire, cash or cheque. */
            method: string;
            /** @enum {string} */
            object: "payment";
            payer_email: string | null;
            payer_name: string | null;
            payment_request: string | null;
            processor_reference: string | null;
            refund_label: {
                en: string;
                fr: string;
            } | null;
            /** @description In minor units. */
            refunded_amount: number;
            /** @description In minor units. */
            refunding_amount: number;
            returned_at: string | null;
            settled_at: string | null;
            /** @enum {unknown} */
            state: "created" | "unknown" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled" | "returned" | "charged_back";
            tender: {
                bank_deposit: string | null;
                banked_on: string | null;
                note: string | null;
                payer: string | null;
                /** Format: date */
                received_on: string;
                reference: string | null;
                taken_back: ("bounced" | "mistake") | null;
                /** @description What of it is to be banked, or was: all but what was given back in cash before. */
                to_bank: number;
            } | null;
            wire: {
                /** @description Booked by a person, at the company’s own bank: it can be taken back. */
                by_hand: boolean;
                note: string | null;
                /** Format: date */
                received_on: string;
                reference: string | null;
                sender: string | null;
                taken_back: ("bounced" | "mistake") | null;
            } | null;
        };
        PaymentLink: {
            /** @enum {unknown} */
            channel: "email" | "copy";
            expires_at: string | null;
            /** @description What it was issued with. */
            expiry: {
                hours: number | null;
                /** @enum {unknown} */
                mode: "none" | "after_open" | "after_issue";
            };
            /** @description An id, `lnk_…`. */
            id: string;
            /** @description ISO 8601, UTC. */
            issued_at: string;
            /** @enum {string} */
            object: "payment_link";
            opened_at: string | null;
            /** @description An id, `req_…`. */
            payment_request: string;
            recipient: string | null;
            /** @enum {unknown} */
            state: "active" | "superseded" | "revoked";
            /** @description The address to give to the payer. Whoever has it may pay. */
            url: string;
        };
        PaymentMethod: {
            bank: {
                last4: string;
                name: string | null;
            } | null;
            card: {
                brand: string;
                exp_month: number;
                exp_year: number;
                last4: string;
            } | null;
            consent: {
                /** @description ISO 8601, UTC. */
                accepted_at: string;
                email: string | null;
                name: string | null;
                text: string;
            } | null;
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description An id, `cus_…`. */
            customer: string;
            /** @description Whether it is charged unless another is named. */
            default: boolean;
            /** @description An id, `pm_…`. */
            id: string;
            /** @enum {string} */
            object: "payment_method";
            reason: string | null;
            removed_at: string | null;
            /** @enum {unknown} */
            state: "active" | "expired" | "invalid" | "removed";
            /** @enum {unknown} */
            type: "card" | "ach";
        };
        PaymentRequest: {
            attachments: {
                content_type: string;
                file_name: string;
                /** @description An id, `att_…`. */
                id: string;
                /** @description In bytes. */
                size: number;
            }[];
            breakdown: {
                /** @description In minor units. */
                shipping: number;
                /** @description In minor units. */
                subtotal: number;
                /** @description In minor units. */
                tax: number;
            } | null;
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            customer: string | null;
            customer_name: string | null;
            deliveries: {
                /** @enum {string} */
                channel: "email";
                error: string | null;
                sent_at: string | null;
                /** @enum {unknown} */
                state: "queued" | "sent" | "delivered" | "failed";
                to: string;
            }[];
            email: string | null;
            expiry: {
                hours: number | null;
                /** @enum {unknown} */
                mode: "none" | "after_open" | "after_issue";
            } | null;
            /** @description An id, `req_…`. */
            id: string;
            invoices: string[];
            /** @enum {unknown} */
            kind: "invoice" | "quick" | "detailed" | "statement";
            last_reminded_at: string | null;
            links: components["schemas"]["PaymentLink"][];
            message: string | null;
            methods: ("card" | "wallet" | "ach" | "wire" | "bnpl")[] | null;
            /** @enum {string} */
            object: "payment_request";
            /** @description In minor units. */
            open: number;
            part_of: {
                label: string | null;
                percent: string | null;
                /** @description In minor units. */
                total: number;
            } | null;
            reference: string;
            /** @description In minor units. */
            refunded: number;
            reminders: number;
            renewal: ("merchant_only" | "customer_can_ask" | "auto_issue") | null;
            sent_at: string | null;
            /** @description In minor units. */
            settled: number;
            settled_at: string | null;
            /** @enum {unknown} */
            status: "draft" | "sent" | "viewed" | "processing" | "partially_paid" | "paid" | "paid_elsewhere" | "written_off" | "invoice_voided" | "superseded" | "refunded" | "expired" | "voided";
            title: string | null;
            /** @description In minor units. */
            total: number;
        };
        PaymentRow: {
            /** @description In minor units. */
            amount: number;
            bank: {
                last4: string;
                name: string | null;
            } | null;
            card: {
                brand: string;
                last4: string;
                wallet: string | null;
            } | null;
            /** @description In minor units. */
            charged_back_amount: number;
            clearing: {
                available_on: string | null;
                expected_from: string | null;
                expected_to: string | null;
                notice: {
                    en: string | null;
                    fr: string | null;
                } | null;
                payout: string | null;
                /**
                 * @description submitted: its payer did all, the outcome is not known. processing: under way at a bank. paid: it succeeded. cleared: a card, as it is charged (setting `clearing.cards`); else its money is available. deposited: it is at the company’s bank.
                 * @enum {unknown}
                 */
                state: "submitted" | "processing" | "paid" | "cleared" | "deposited";
            } | null;
            clears: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            } | null;
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            customer: string | null;
            customer_name: string | null;
            decline_code: string | null;
            /** @description Its bank is taking it back, and has not decided yet. */
            disputed: boolean;
            fee: number | null;
            fee_currency: string | null;
            /** @description An id, `pay_…`. */
            id: string;
            /** @description card, wallet, ach, bnpl, wire, cash or cheque. */
            method: string;
            /** @enum {string} */
            object: "payment";
            payer_email: string | null;
            payer_name: string | null;
            payment_request: string | null;
            processor_reference: string | null;
            reference: string | null;
            refund_label: {
                en: string;
                fr: string;
            } | null;
            /** @description In minor units. */
            refunded_amount: number;
            /** @description In minor units. */
            refunding_amount: number;
            returned_at: string | null;
            settled_at: string | null;
            /** @enum {unknown} */
            state: "created" | "unknown" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled" | "returned" | "charged_back";
            /**
             * @description The state, or that some of it was given back.
             * @enum {unknown}
             */
            status: "created" | "unknown" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled" | "returned" | "charged_back" | "refunded";
            tender: {
                bank_deposit: string | null;
                banked_on: string | null;
                note: string | null;
                payer: string | null;
                /** Format: date */
                received_on: string;
                reference: string | null;
                taken_back: ("bounced" | "mistake") | null;
                /** @description What of it is to be banked, or was: all but what was given back in cash before. */
                to_bank: number;
            } | null;
            wire: {
                /** @description Booked by a person, at the company’s own bank: it can be taken back. */
                by_hand: boolean;
                note: string | null;
                /** Format: date */
                received_on: string;
                reference: string | null;
                sender: string | null;
                taken_back: ("bounced" | "mistake") | null;
            } | null;
        };
        PayoutRow: {
            /**
             * @description Whether the payout, its transactions and the books are one sum: `pending` until the processor lists them, `not_listed` where it never does.
             * @enum {unknown}
             */
            agreement: "agrees" | "differs" | "pending" | "not_listed";
            /** @description In minor units. Less than zero: taken from the bank account, as the balance was below zero. */
            amount: number;
            /** Format: date */
            arrives_on: string;
            /** @description Whether the processor made it by its schedule. */
            automatic: boolean;
            bank: {
                last4: string;
                name: string | null;
            } | null;
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            failure_code: string | null;
            failure_message: string | null;
            /** @description An id, `pyt_…`. */
            id: string;
            /** @enum {string} */
            object: "payout";
            processor_reference: string;
            settled_at: string | null;
            /** @enum {unknown} */
            state: "scheduled" | "in_transit" | "paid" | "failed" | "canceled";
            trace: string | null;
        };
        PayoutTransaction: {
            /** @description Whether the books have it with the same amount. */
            agrees: boolean;
            /** @description ISO 8601, UTC. */
            available_on: string;
            booked: number | null;
            /** @enum {unknown} */
            category: "charge" | "refund" | "return" | "fee" | "returned_payout" | "adjustment";
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            customer: string | null;
            customer_name: string | null;
            description: string | null;
            /** @description In minor units. */
            fee: number;
            /** @description In minor units. */
            gross: number;
            /** @description An id, `pyl_…`. */
            id: string;
            method: string | null;
            /** @description In minor units. */
            net: number;
            /** @enum {string} */
            object: "payout_transaction";
            payment: string | null;
            payment_request: string | null;
            processor_reference: string;
            reference: string | null;
            refund: string | null;
            /** @description The processor’s word for it. */
            type: string;
        };
        Preset: {
            description: string;
            name: string;
            /** @enum {string} */
            object: "preset";
            title: string;
            values: {
                [key: string]: unknown;
            };
        };
        Priority: {
            address: string | null;
            amount: number | null;
            /** @description ISO 8601, UTC. */
            at: string;
            credit_note: string | null;
            currency: string | null;
            customer: string | null;
            customer_name: string | null;
            detail: {
                [key: string]: unknown;
            };
            dispute: string | null;
            due_by: string | null;
            /** @description An id, `pri_…`. */
            id: string;
            invoice: string | null;
            /** @enum {unknown} */
            kind: "unexpected_money" | "credit_note_pending" | "credit_note_rejected" | "link_wanted" | "request_expired" | "payment_failed" | "payment_returned" | "dispute_opened" | "refund_failed" | "payout_failed" | "balance_adjusted" | "recovery_raised" | "invoice_not_sent" | "message_failed" | "thank_you_blocked" | "decline_surge" | "method_expiring" | "method_invalid" | "message_bounced" | "cheque_bounced";
            message: string | null;
            /** @enum {string} */
            object: "priority";
            payment: string | null;
            payment_link: string | null;
            payment_request: string | null;
            payout: string | null;
            reason: string | null;
            reference: string | null;
            refund: string | null;
            resolved_at: string | null;
        };
        Problem: {
            /**
             * @description Stable; docs/errors.md says what each means.
             * @enum {unknown}
             */
            code: "account_is_the_operators" | "address_unknown" | "allocation_does_not_fit" | "already_exists" | "already_member" | "amount_changed" | "amount_invalid" | "amount_not_payable" | "application_not_reversible" | "approval_by_another" | "asked_already" | "attachment_in_use" | "attachment_name_refused" | "attachment_type_refused" | "automatic_invoice_is_fixed" | "bank_deposit_not_undoable" | "bulk_send_over" | "came_from_elsewhere" | "card_payments_paused" | "cheque_booked_before" | "consent_outdated" | "credit_not_applicable" | "credit_not_enough" | "credit_not_refundable" | "credit_note_exists" | "credit_note_invalid" | "credit_note_not_voidable" | "credit_note_not_yours" | "credit_note_outdated" | "cross_site_refused" | "csv_not_read" | "csv_refused" | "currency_mismatch" | "currency_not_settled" | "current_password_refused" | "decimal_invalid" | "dispute_answer_refused" | "dispute_not_open" | "document_missing" | "document_not_rendered" | "edit_below_settled" | "edit_must_wait" | "einvoice_doctype" | "einvoice_encoding" | "einvoice_field_invalid" | "einvoice_malformed" | "einvoice_missing_field" | "einvoice_mixed_currencies" | "einvoice_negative_total" | "einvoice_not_read" | "einvoice_pdf_encrypted" | "einvoice_pdf_not_read" | "einvoice_pdf_without_xml" | "einvoice_tax_inconsistent" | "einvoice_too_deep" | "einvoice_too_large" | "einvoice_totals_disagree" | "einvoice_unknown_currency" | "einvoice_unknown_syntax" | "einvoice_unsupported_type" | "form_over" | "grants_more_than_held" | "idempotency_key_in_use" | "idempotency_key_required" | "idempotency_key_reused" | "inbound_mail_refused" | "internal_error" | "invalid_request" | "invoice_exists" | "invoice_input_invalid" | "invoice_invalid" | "invoice_not_editable" | "invoice_not_voidable" | "invoice_revised" | "items_do_not_fit" | "last_admin" | "link_not_payable" | "link_ruled_out" | "link_unknown" | "links_switched_off" | "logo_not_read" | "logo_too_large" | "logo_type_refused" | "mailed_link_over" | "mandate_not_accepted" | "method_not_chargeable" | "method_not_offered" | "money_has_moved" | "not_an_event_stream" | "not_found" | "not_signed_in" | "nothing_is_owed" | "nothing_to_ask" | "order_money_moved" | "order_revised" | "password_not_judged" | "password_too_weak" | "payment_disputed" | "payment_not_bankable" | "payment_not_refundable" | "payment_not_taken_back" | "payment_under_way" | "payments_account_missing" | "permission_denied" | "person_needed" | "phone_page_ended" | "processor_silent" | "product_exists" | "product_not_sold" | "recipient_missing" | "recipient_suppressed" | "recovery_refused" | "refund_not_undoable" | "refund_period_over" | "refund_too_large" | "reminded_just_now" | "report_too_early" | "request_is_being_paid" | "request_is_paid" | "request_is_voided" | "request_not_sent" | "request_settled_elsewhere" | "request_written_off" | "role_not_editable" | "schedule_revised" | "second_factor_is_on" | "second_factor_not_begun" | "second_factor_refused" | "second_factor_required" | "seller_differs" | "setting_is_the_operators" | "sign_in_refused" | "statement_outdated" | "statement_superseded" | "template_blanks_unfilled" | "template_does_not_fit" | "template_is_shipped" | "template_variable_missing" | "template_variable_unknown" | "test_address_refused" | "too_large" | "too_many_attempts" | "too_many_invoices" | "too_many_renewals" | "too_many_streams" | "too_many_templates" | "too_many_test_messages" | "too_many_tries" | "too_many_tries_from_address" | "too_many_wrong_keys" | "too_many_wrong_links" | "transition_refused" | "treatment_does_not_fit" | "unauthenticated" | "unsupported_media_type" | "value_not_storable" | "webhook_refused" | "wire_booked_before" | "wire_matched" | "write_off_refused";
            /** @description What happened, what it means for the money, what to do next. */
            detail: string;
            field?: string;
            status: number;
            title: string;
            type: string;
        } & {
            [key: string]: unknown;
        };
        Product: {
            active: boolean;
            /** @description Its own of the company. */
            code: string;
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            /** @description An id, `prd_…`. */
            id: string;
            name: string;
            /** @enum {string} */
            object: "product";
            taxes: {
                name: string | null;
                rate: string;
            }[];
            unit: string | null;
            /** @description Decimal text, in major units. */
            unit_price: string;
        };
        Promise: {
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description An id, `prm_…`. */
            id: string;
            /** @description An id, `inv_…`. */
            invoice: string;
            note: string | null;
            /** @enum {string} */
            object: "promise";
            /** Format: date */
            promised_on: string;
            /**
             * @description kept: nothing is owed any more. broken: the day is over, and something is.
             * @enum {unknown}
             */
            status: "open" | "kept" | "broken" | "withdrawn" | "replaced";
        };
        ReceivedWire: {
            /** @description In minor units. */
            amount: number;
            bank: {
                last4: string;
                name: string | null;
            } | null;
            card: {
                brand: string;
                last4: string;
                wallet: string | null;
            } | null;
            /** @description In minor units. */
            charged_back_amount: number;
            clears: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            } | null;
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            customer: string | null;
            customer_name: string | null;
            decline_code: string | null;
            /** @description Its bank is taking it back, and has not decided yet. */
            disputed: boolean;
            fee: number | null;
            fee_currency: string | null;
            /** @description An id, `pay_…`. */
            id: string;
            /** @description card, wallet, ach, bnpl, wire, cash or cheque. */
            method: string;
            /** @enum {string} */
            object: "payment";
            payer_email: string | null;
            payer_name: string | null;
            payment_request: string | null;
            processor_reference: string | null;
            refund_label: {
                en: string;
                fr: string;
            } | null;
            /** @description In minor units. */
            refunded_amount: number;
            /** @description In minor units. */
            refunding_amount: number;
            returned_at: string | null;
            settled_at: string | null;
            /** @enum {unknown} */
            state: "created" | "unknown" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled" | "returned" | "charged_back";
            tender: {
                bank_deposit: string | null;
                banked_on: string | null;
                note: string | null;
                payer: string | null;
                /** Format: date */
                received_on: string;
                reference: string | null;
                taken_back: ("bounced" | "mistake") | null;
                /** @description What of it is to be banked, or was: all but what was given back in cash before. */
                to_bank: number;
            } | null;
            /** @description In minor units: what of it is credit that nobody has used. */
            unmatched: number;
            wire: {
                /** @description Booked by a person, at the company’s own bank: it can be taken back. */
                by_hand: boolean;
                note: string | null;
                /** Format: date */
                received_on: string;
                reference: string | null;
                sender: string | null;
                taken_back: ("bounced" | "mistake") | null;
            } | null;
        };
        RefundRow: {
            /** @description In minor units. */
            amount: number;
            bank_reference: string | null;
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            customer: string | null;
            customer_name: string | null;
            failure_reason: string | null;
            /**
             * @description The processor, back to what it was paid by; or somebody by hand, who recorded it.
             * @enum {unknown}
             */
            given_by: "processor" | "cheque" | "cash" | "wire" | "other";
            given_on: string | null;
            given_reference: string | null;
            /** @description An id, `ref_…`. */
            id: string;
            /** @enum {string} */
            object: "refund";
            /** @description An id, `pay_…`. */
            payment: string;
            payment_request: string | null;
            processor_reference: string | null;
            reason: string | null;
            reason_code: ("requested_by_customer" | "duplicate" | "fraudulent" | "order_canceled" | "goods_returned" | "not_delivered" | "price_corrected" | "other") | null;
            reference: string | null;
            settled_at: string | null;
            /** @enum {unknown} */
            state: "requested" | "pending" | "succeeded" | "failed" | "canceled";
            /** @enum {unknown} */
            treatment: "prepayment" | "reopen_invoice" | "reduce_sale";
        };
        Reminder: {
            amount: number | null;
            /** @description ISO 4217, lower case. */
            currency: string;
            /** @description An id, `cus_…`. */
            customer: string;
            customer_name: string;
            ended_at: string | null;
            /** @description An id, `rmd_…`. */
            id: string;
            /** @description An id, `inv_…`. */
            invoice: string;
            number: string;
            /** @enum {string} */
            object: "reminder";
            payment_request: string | null;
            /** @description ISO 8601, UTC. */
            planned_at: string;
            reason: ("switched_off" | "customer_excluded" | "voided" | "written_off" | "paid" | "being_paid" | "disputed" | "promised" | "overtaken" | "reminded_today" | "limit_reached" | "no_address" | "address_suppressed") | null;
            /** @enum {unknown} */
            state: "planned" | "sent" | "skipped";
            /** @description Days after the invoice is due; below zero: before. */
            step: number;
            to: string | null;
        };
        RequestFunnel: {
            /** @description In minor units. */
            asked_amount: number;
            /** @description ISO 4217, lower case. */
            currency: string;
            opened: number;
            paid: number;
            /** @description In minor units. */
            paid_amount: number;
            seconds_to_open: number | null;
            seconds_to_pay: number | null;
            sent: number;
            voided: number;
        };
        RequestOutcome: {
            code: string | null;
            detail: string | null;
            done: boolean;
            /** @description An id, `req_…`. */
            id: string;
        };
        Role: {
            /** @description Whether the company has it otherwise than the preset. */
            changed: boolean;
            /** @description Of an admin nothing can be taken. */
            editable: boolean;
            name: string;
            /** @enum {string} */
            object: "role";
            permissions: ("customers.read" | "customers.write" | "invoices.read" | "invoices.write" | "invoices.write_off" | "credits.write" | "credits.approve" | "requests.read" | "requests.send" | "payments.read" | "payments.receive" | "payment_methods.request" | "refunds.create" | "refunds.record" | "disputes.answer" | "templates.read" | "templates.write" | "events.read" | "settings.read" | "settings.write" | "audit.read" | "payments_account.manage" | "keys.manage" | "staff.manage")[];
            /** @enum {unknown} */
            role: "admin" | "accounts_payable" | "accounts_receivable" | "cashier" | "credit_manager" | "sales" | "sales_allocations" | "sales_manager";
        };
        Seller: {
            /** @description ISO 8601, UTC. */
            created_at: string;
            electronic_addresses: string[];
            /** @description An id, `sel_…`. */
            id: string;
            names: string[];
            /** @enum {string} */
            object: "seller";
            tax_id: string | null;
        };
        Setting: {
            /** @enum {unknown} */
            changeable_by: "company" | "operator";
            default: unknown;
            description: string;
            is_default: boolean;
            key: string;
            /** @enum {string} */
            object: "setting";
            /** @description JSON Schema of the values that it takes. */
            schema: unknown;
            value: unknown;
        };
        Statement: {
            /** @description The day, of the company, whose end it is of. */
            as_of: string;
            /** @description What was owed when the day ended, as the aging of that day says. */
            balance: number;
            buckets: {
                /** @enum {unknown} */
                bucket: "not_due" | "days_1_30" | "days_31_60" | "days_61_90" | "over_90";
                open: number;
            }[];
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            /** @description An id, `cus_…`. */
            customer: string;
            customer_name: string;
            from: string | null;
            /** @description An id, `stm_…`. */
            id: string;
            /** @description Of what is pending, what was being paid when it was made. */
            in_flight: number;
            invoices: {
                /** @description An id, `inv_…`. */
                id: string;
                /** @description In minor units. */
                open: number;
            }[];
            /** @enum {unknown} */
            kind: "balance_forward" | "open_items" | "transactions";
            /** @enum {string} */
            object: "statement";
            opening_balance: number;
            /** @description Of it, what was still open when the statement was made; what its mail, PDF and link ask for. */
            pending_balance: number;
            rows: {
                /** @description Of an open item what it came to; else what it added or took away. */
                amount: number;
                /** @description Of an open item what is open of it; else what was owed with it. */
                balance: number;
                date: string;
                due_on: string | null;
                reference: string;
                /** @enum {unknown} */
                type: "invoice" | "recovery_invoice" | "correction" | "void" | "write_off" | "write_off_undone" | "prepaid" | "payment" | "payment_returned" | "payment_disputed" | "payment_regained" | "payment_undone" | "refund" | "refund_undone" | "credit" | "credit_taken_back";
            }[];
            sent_at: string | null;
            /**
             * @description superseded: a newer one of the customer in the currency was sent in its place.
             * @enum {unknown}
             */
            state: "created" | "sent" | "superseded";
            superseded_by: string | null;
            /** @description Credit that no invoice was settled by; it is not taken off. */
            unapplied: number;
        };
        Suppression: {
            address: string;
            /** @description ISO 8601, UTC. */
            created_at: string;
            detail: string | null;
            /** @description An id, `sup_…`. */
            id: string;
            message: string | null;
            /** @enum {string} */
            object: "suppression";
            /**
             * @description bounced: no mail goes there. unsubscribed: no reminders and no thanks.
             * @enum {unknown}
             */
            reason: "bounced" | "unsubscribed";
        };
        TakingsRow: {
            /** @description ISO 4217, lower case. */
            currency: string;
            /** @description A day of the company. */
            date: string;
            /** @description In minor units. */
            fees: number;
            /** @description In minor units. */
            gross: number;
            method: string;
            /** @description In minor units. */
            net: number;
            payments: number;
            /** @description Less what came back of refunds that failed later, with what banks took back of debits. */
            refunded: number;
            refunds: number;
        };
        Template: {
            body: string;
            /** @description An id, `tpl_…`. */
            id: string;
            /** @enum {unknown} */
            kind: "request" | "confirmation" | "reply" | "reminder";
            /** @enum {unknown} */
            language: "en" | "fr";
            name: string;
            /** @enum {string} */
            object: "template";
            /** @enum {unknown} */
            sector: "general" | "automotive" | "bike" | "property_management" | "veterinary";
            /** @description Comes with Quittance: read-only, to be copied. */
            shipped: boolean;
            subject: string | null;
        };
        TenderRow: {
            /** @description In minor units. */
            amount: number;
            bank: {
                last4: string;
                name: string | null;
            } | null;
            card: {
                brand: string;
                last4: string;
                wallet: string | null;
            } | null;
            /** @description In minor units. */
            charged_back_amount: number;
            clears: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            } | null;
            /** @description ISO 8601, UTC. */
            created_at: string;
            /** @description ISO 4217, lower case. */
            currency: string;
            /** @description An id, `cus_…`. */
            customer: string;
            customer_name: string | null;
            decline_code: string | null;
            /** @description Its bank is taking it back, and has not decided yet. */
            disputed: boolean;
            fee: number | null;
            fee_currency: string | null;
            /** @description An id, `pay_…`. */
            id: string;
            /** @description card, wallet, ach, bnpl, wire, cash or cheque. */
            method: string;
            /** @enum {string} */
            object: "payment";
            payer_email: string | null;
            payer_name: string | null;
            payment_request: string | null;
            processor_reference: string | null;
            refund_label: {
                en: string;
                fr: string;
            } | null;
            /** @description In minor units. */
            refunded_amount: number;
            /** @description In minor units. */
            refunding_amount: number;
            returned_at: string | null;
            settled_at: string | null;
            /** @enum {unknown} */
            state: "created" | "unknown" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled" | "returned" | "charged_back";
            tender: {
                bank_deposit: string | null;
                banked_on: string | null;
                note: string | null;
                payer: string | null;
                /** Format: date */
                received_on: string;
                reference: string | null;
                taken_back: ("bounced" | "mistake") | null;
                /** @description What of it is to be banked, or was: all but what was given back in cash before. */
                to_bank: number;
            } | null;
            wire: {
                /** @description Booked by a person, at the company’s own bank: it can be taken back. */
                by_hand: boolean;
                note: string | null;
                /** Format: date */
                received_on: string;
                reference: string | null;
                sender: string | null;
                taken_back: ("bounced" | "mistake") | null;
            } | null;
        };
        TimelineEntry: {
            address: string | null;
            amount: number | null;
            /** @description ISO 8601, UTC. */
            at: string;
            bank: {
                last4: string;
                name: string | null;
            } | null;
            card: {
                brand: string;
                last4: string;
                wallet: string | null;
            } | null;
            channel: string | null;
            currency: string | null;
            decline_code: string | null;
            expires_at: string | null;
            /** @description An id, `tle_…`. */
            id: string;
            journal: {
                /** @description In minor units. */
                amount: number;
                credit: number;
                /** @description ISO 4217, lower case. */
                currency: string;
                /** @description An account of the chart. */
                debit: number;
            }[] | null;
            /** @description What happened, `noun.verb`: payment_request.sent, payment_link.opened, message.failed, payment.failed, refund.succeeded, application.made, invoice.edited, payout.paid (its money is at the company’s bank; the subject is the payout, the amount what of it is of this request, net of fees)… A posting is `ledger.` and its kind. */
            kind: string;
            message_kind: string | null;
            method: string | null;
            /** @enum {string} */
            object: "timeline_entry";
            open_after: number | null;
            open_before: number | null;
            reason: string | null;
            subject: string | null;
            tender: {
                reference: string | null;
            } | null;
            treatment: string | null;
            who: {
                id: string | null;
                name: string | null;
                type: string;
            } | null;
            wire: {
                reference: string | null;
            } | null;
        };
        WireCandidate: {
            /** @description ISO 4217, lower case. */
            currency: string;
            customer_name: string | null;
            invoices: string[];
            /** @description In minor units. */
            open: number;
            /** @description An id, `req_…`. */
            payment_request: string;
            reasons: {
                points: number;
                /** @enum {unknown} */
                reason: "reference_code" | "reference_named" | "reference_alike" | "amount_equal" | "amount_over" | "amount_short" | "sender_alike" | "asked_lately";
            }[];
            reference: string;
            /** @description From 0 to 100: the sum of the points. */
            score: number;
        };
        WriteOffsRow: {
            /** @description ISO 4217, lower case. */
            currency: string;
            /** @description How many were written off. */
            invoices: number;
            /** @description In minor units; below zero where more was taken back. */
            net: number;
            /** @description In minor units. */
            recovered: number;
            /** @description In minor units. */
            written_off: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
