// Made from docs/openapi.json by `npm run bless`: change the routes, not this file.

/** Every route below `/api/v1`: what it takes and what it answers. */
export interface Paths {
  'GET /session': {
    params: {};
    query: {};
    body: undefined;
    answer: { personId: number | null; csrf: string | null; expiresAt: string | null; secondFactorAt: string | null; hasProvider: boolean };
  };
  'POST /sign-in': {
    params: {};
    query: {};
    body: { login: string; password: string };
    answer: { personId: number; csrf: string; expiresAt: string };
  };
  'POST /sign-out': {
    params: {};
    query: { everywhere?: 'yes' | 'no' };
    body: undefined;
    answer: undefined;
  };
  'POST /second-factor': {
    params: {};
    query: {};
    body: { code: string };
    answer: undefined;
  };
  'GET /provider/start': {
    params: {};
    query: { to?: string };
    body: undefined;
    answer: undefined;
  };
  'GET /me': {
    params: {};
    query: {};
    body: undefined;
    answer: { id: number; login: string; name: string; mail: string | null; hasPassword: boolean; hasSecondFactor: boolean; disabledAt: string | null; createdAt: string; version: number; posts: Array<{ id: number; role: 'admin' | 'inspector' | 'reviewer' | 'leader' | 'unit-editor' | 'unit-head' | 'auditor'; regionId: number; region: string; unitId: number | null; unit: string | null }> };
  };
  'POST /me/second-factor': {
    params: {};
    query: {};
    body: undefined;
    answer: { secret: string; uri: string };
  };
  'PUT /me/password': {
    params: {};
    query: {};
    body: { before: string; after: string };
    answer: undefined;
  };
  'GET /me/tokens': {
    params: {};
    query: { format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; name: string; scopes: Array<string>; createdAt: string; expiresAt: string | null; usedAt: string | null; revokedAt: string | null }> };
  };
  'POST /me/tokens': {
    params: {};
    query: {};
    body: { name: string; scopes: Array<string>; expiresAt?: string | null };
    answer: { id: number; token: string };
  };
  'DELETE /me/tokens/{token}': {
    params: { token: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'GET /people': {
    params: {};
    query: { after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; login: string; name: string; mail: string | null; hasPassword: boolean; hasSecondFactor: boolean; disabledAt: string | null; createdAt: string; version: number; posts: Array<{ id: number; role: 'admin' | 'inspector' | 'reviewer' | 'leader' | 'unit-editor' | 'unit-head' | 'auditor'; regionId: number; region: string; unitId: number | null; unit: string | null }> }>; next: number | null };
  };
  'POST /people': {
    params: {};
    query: {};
    body: { login: string; name: string; mail?: string | null; password: string };
    answer: { id: number };
  };
  'GET /post-places': {
    params: {};
    query: { q?: string };
    body: undefined;
    answer: { regions: Array<{ id: number; name: string; path: string }>; units: Array<{ id: number; name: string; regionId: number }> };
  };
  'GET /people/{person}': {
    params: { person: number };
    query: {};
    body: undefined;
    answer: { id: number; login: string; name: string; mail: string | null; hasPassword: boolean; hasSecondFactor: boolean; disabledAt: string | null; createdAt: string; version: number; posts: Array<{ id: number; role: 'admin' | 'inspector' | 'reviewer' | 'leader' | 'unit-editor' | 'unit-head' | 'auditor'; regionId: number; region: string; unitId: number | null; unit: string | null }> };
  };
  'POST /people/{person}/posts': {
    params: { person: number };
    query: {};
    body: { role: 'admin' | 'inspector' | 'reviewer' | 'leader' | 'unit-editor' | 'unit-head' | 'auditor'; regionId: number; unitId?: number | null };
    answer: undefined;
  };
  'DELETE /people/{person}/posts/{post}': {
    params: { person: number; post: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'PUT /people/{person}/disabled': {
    params: { person: number };
    query: {};
    body: { isDisabled: boolean };
    answer: undefined;
  };
  'POST /people/{person}/reset': {
    params: { person: number };
    query: {};
    body: { password: string };
    answer: undefined;
  };
  'GET /me/views': {
    params: {};
    query: { list?: string; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; list: string; name: string; search: string }> };
  };
  'POST /me/views': {
    params: {};
    query: {};
    body: { list: string; name: string; search: string };
    answer: { id: number };
  };
  'DELETE /me/views/{view}': {
    params: { view: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'GET /overview': {
    params: {};
    query: { region?: number };
    body: undefined;
    answer: { standings: { sites: number; fine: number; watch: number; breach: number; unmeasured: number }; tasks: Array<{ kind: 'orders-overdue' | 'signals-breach' | 'circulars-to-sign' | 'circulars-to-publish' | 'escalations-to-decide' | 'appeals-to-decide' | 'appeals-to-assign' | 'explanations-to-decide' | 'findings-to-review' | 'findings-to-answer' | 'orders-to-receive' | 'orders-to-answer' | 'orders-to-close'; count: number }> };
  };
  'GET /rounds': {
    params: {};
    query: { region?: number; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; name: string; period: string; asOf: string; state: 'draft' | 'running' | 'reviewing' | 'hearing' | 'drafted' | 'signed' | 'published' | 'closed' | 'cancelled'; sites: number; measured: number; pass: number; fail: number; incomplete: number; mean: number | null }>; next: number | null };
  };
  'GET /campaigns/{campaign}/charges': {
    params: { campaign: number };
    query: { after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ inspectionId: number; siteId: number; unit: string; homepage: string; state: 'queued' | 'running' | 'interrupted' | 'failed-ours' | 'measured' | 'cancelled'; verdict: 'pass' | 'fail' | 'incomplete' | null; score: number | null; lines: Array<{ indicator: string; points: number | null; count: number; isVeto: boolean }>; unmeasured: Array<string | null> }>; next: number | null; indicators: Array<{ id: string; title: { zh: string; en: string }; isVeto: boolean }> };
  };
  'GET /sites/{site}/inspections': {
    params: { site: number };
    query: { after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ inspectionId: number; campaignId: number; campaign: string; period: string; asOf: string; campaignState: 'draft' | 'running' | 'reviewing' | 'hearing' | 'drafted' | 'signed' | 'published' | 'closed' | 'cancelled'; state: 'queued' | 'running' | 'interrupted' | 'failed-ours' | 'measured' | 'cancelled'; verdict: 'pass' | 'fail' | 'incomplete' | null; score: number | null; lines: Array<{ indicator: string; points: number | null; count: number; isVeto: boolean }> }>; next: number | null };
  };
  'GET /sites/{site}/standing': {
    params: { site: number };
    query: {};
    body: undefined;
    answer: { basis: { inspectionId: number; campaignId: number; campaign: string; asOf: string } | null; verdict: 'pass' | 'fail' | 'incomplete' | null; score: number | null; passLine: number | null; mended: number; toMend: Array<{ indicator: string; title: { zh: string; en: string }; isVeto: boolean; findings: Array<number>; points: number | null; scoreAfter: number | null; verdictAfter: 'pass' | 'fail' | 'incomplete' }> };
  };
  'GET /regions': {
    params: {};
    query: { after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; parentId: number | null; name: string; path: string }>; next: number | null };
  };
  'POST /regions': {
    params: {};
    query: {};
    body: { name: string; parentId: number };
    answer: { id: number; parentId: number | null; name: string; path: string };
  };
  'GET /units': {
    params: {};
    query: { q?: string; region?: number; parent?: number; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; regionId: number; region: string; place: { region: string; unit: string | null }; parentId: number | null; name: string; path: string; position: number; aliases: Array<string>; formerNames: Array<string>; version: number }>; next: number | null };
  };
  'POST /units': {
    params: {};
    query: {};
    body: { name: string; regionId: number; parentId?: number | null; position?: number; day?: string };
    answer: { id: number };
  };
  'GET /units/{unit}': {
    params: { unit: number };
    query: {};
    body: undefined;
    answer: { id: number; regionId: number; region: string; place: { region: string; unit: string | null }; parentId: number | null; name: string; path: string; position: number; aliases: Array<string>; formerNames: Array<string>; version: number; names: Array<{ name: string; kind: 'alias' | 'official'; from: string | null; to: string | null }> };
  };
  'POST /units/{unit}/name': {
    params: { unit: number };
    query: {};
    body: { name: string; day?: string; reason?: string };
    answer: undefined;
  };
  'POST /units/{unit}/parent': {
    params: { unit: number };
    query: {};
    body: { parentId: number | null };
    answer: undefined;
  };
  'POST /units/{unit}/position': {
    params: { unit: number };
    query: {};
    body: { position: number };
    answer: undefined;
  };
  'POST /units/{unit}/aliases': {
    params: { unit: number };
    query: {};
    body: { name: string };
    answer: undefined;
  };
  'DELETE /units/{unit}/aliases/{name}': {
    params: { unit: number; name: string };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'GET /sites': {
    params: {};
    query: { q?: string; region?: number; unit?: number; state?: 'applied' | 'approved' | 'building' | 'tested' | 'online' | 'suspended' | 'closing' | 'offline' | 'archived'; kind?: 'portal' | 'department' | 'ministry' | 'ministry-without-services'; day?: string; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ unitId: number; name: string; homepage: string; siteIdCode: string | null; kind: 'portal' | 'department' | 'ministry' | 'ministry-without-services'; state: 'applied' | 'approved' | 'building' | 'tested' | 'online' | 'suspended' | 'closing' | 'offline' | 'archived'; id: number; key: string; unit: string; region: string; place?: { region: string; unit: string | null }; position?: number; version?: number; from?: string; to?: string | null }>; next: number | null };
  };
  'POST /sites': {
    params: {};
    query: {};
    body: { name?: string; siteIdCode?: string | null; kind?: 'portal' | 'department' | 'ministry' | 'ministry-without-services'; day?: string; reason?: string; unitId: number; homepage: string; state?: 'applied' | 'approved' | 'building' | 'tested' | 'online' | 'suspended' | 'closing' | 'offline' | 'archived' };
    answer: { id: number; warnings: Array<'unit-has-several-sites' | 'code-taken' | 'domain-not-government' | 'portal-domain-form' | 'code-missing' | 'code-form'> };
  };
  'GET /sites/{site}': {
    params: { site: number };
    query: {};
    body: undefined;
    answer: { unitId: number; name: string; homepage: string; siteIdCode: string | null; kind: 'portal' | 'department' | 'ministry' | 'ministry-without-services'; state: 'applied' | 'approved' | 'building' | 'tested' | 'online' | 'suspended' | 'closing' | 'offline' | 'archived'; id: number; key: string; unit: string; region: string; place: { region: string; unit: string | null }; position: number; version: number; domains: Array<{ domain: string; isMain: boolean; from: string | null; to: string | null }>; history: Array<{ unitId: number; name: string; homepage: string; siteIdCode: string | null; kind: 'portal' | 'department' | 'ministry' | 'ministry-without-services'; state: 'applied' | 'approved' | 'building' | 'tested' | 'online' | 'suspended' | 'closing' | 'offline' | 'archived'; from: string; to: string | null; reason: string | null }>; warnings: Array<'unit-has-several-sites' | 'code-taken' | 'domain-not-government' | 'portal-domain-form' | 'code-missing' | 'code-form'> };
  };
  'PATCH /sites/{site}': {
    params: { site: number };
    query: {};
    body: { name?: string; siteIdCode?: string | null; kind?: 'portal' | 'department' | 'ministry' | 'ministry-without-services'; day?: string; reason?: string; version: number; unitId?: number; homepage?: string };
    answer: { id: number; warnings: Array<'unit-has-several-sites' | 'code-taken' | 'domain-not-government' | 'portal-domain-form' | 'code-missing' | 'code-form'> };
  };
  'POST /sites/{site}/state': {
    params: { site: number };
    query: {};
    body: { to: 'applied' | 'approved' | 'building' | 'tested' | 'online' | 'suspended' | 'closing' | 'offline' | 'archived'; day?: string; reason?: string };
    answer: undefined;
  };
  'PUT /sites/{site}/domains/{domain}': {
    params: { site: number; domain: string };
    query: {};
    body: { isMain: boolean; day?: string };
    answer: undefined;
  };
  'DELETE /sites/{site}/domains/{domain}': {
    params: { site: number; domain: string };
    query: { day?: string };
    body: undefined;
    answer: undefined;
  };
  'GET /sites/{site}/channels': {
    params: { site: number };
    query: { origin?: 'discovered' | 'confirmed' | 'corrected'; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; siteId: number; url: string; name: string; path: Array<string>; level: number; kind: 'home' | 'news' | 'notices' | 'policy-documents' | 'interpretation' | 'personnel' | 'plans' | 'statistics' | 'overview' | 'functions' | 'leaders' | 'disclosure' | 'consultation' | 'complaint' | 'public-replies' | 'survey' | 'interview' | 'service' | 'service-statistics' | 'downloads' | 'special' | 'other'; clock: string | null; isHistorical: boolean; ownerUnitId: number | null; owner: string | null; origin: 'discovered' | 'confirmed' | 'corrected'; firstSeenOn: string; lastSeenOn: string; newestOn: string | null; newestTitle: string | null; newestWhy: 'blank' | 'undated' | 'unread' | null; lookedOn: string | null; version: number }>; next: number | null };
  };
  'PATCH /channels/{channel}': {
    params: { channel: number };
    query: {};
    body: { version: number; kind?: 'home' | 'news' | 'notices' | 'policy-documents' | 'interpretation' | 'personnel' | 'plans' | 'statistics' | 'overview' | 'functions' | 'leaders' | 'disclosure' | 'consultation' | 'complaint' | 'public-replies' | 'survey' | 'interview' | 'service' | 'service-statistics' | 'downloads' | 'special' | 'other'; clock?: string | null; isHistorical?: boolean; ownerUnitId?: number | null; reason?: string };
    answer: undefined;
  };
  'GET /register/export': {
    params: {};
    query: { region: number; form: 'csv' | 'xlsx' };
    body: undefined;
    answer: undefined;
  };
  'POST /register/import/preview': {
    params: {};
    query: { region: number; form: 'csv' | 'xlsx' };
    body: undefined;
    answer: { token: string | null; counts: { addedUnits: number; addedSites: number; changed: number; unchanged: number; missing: number; mistakes: number; warnings: number }; added: Array<{ line: number; unit: string; homepage: string | null }>; changed: Array<{ line: number; thing: 'unit' | 'site'; id: number; unit: string; fields: Array<{ field: string; before: string | number | null; after: string | number | null }> }>; missing: Array<{ siteId: number; name: string; homepage: string }>; mistakes: Array<{ line: number; column: string; code: string; zh: string; en: string }>; warnings: Array<{ line: number; warning: 'unit-has-several-sites' | 'code-taken' | 'domain-not-government' | 'portal-domain-form' | 'code-missing' | 'code-form'; zh: string; en: string }> };
  };
  'POST /register/import': {
    params: {};
    query: { region: number; form: 'csv' | 'xlsx'; token: string };
    body: undefined;
    answer: { addedUnits: number; addedSites: number; changed: number };
  };
  'GET /campaigns': {
    params: {};
    query: { state?: 'draft' | 'running' | 'reviewing' | 'hearing' | 'drafted' | 'signed' | 'published' | 'closed' | 'cancelled'; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; name: string; period: string; state: 'draft' | 'running' | 'reviewing' | 'hearing' | 'drafted' | 'signed' | 'published' | 'closed' | 'cancelled'; asOf: string; regionId: number; region: string; openedAt: string; startedAt: string | null; publishedAt: string | null; version: number }>; next: number | null };
  };
  'POST /campaigns': {
    params: {};
    query: {};
    body: { regionId: number; name: string; period: string; asOf: string; rubric?: string; overlays?: Array<string>; settings?: { recheck?: { times: number; spacingMs: number }; limits?: { maxPages: number; maxBodyBytes: number; timeoutMs: number; maxMinutes?: number }; robots?: 'obey' | 'note'; browser?: 'auto' | 'off'; pictures?: number; contact?: string | null; allowNet?: Array<string>; passLine?: number | null; unmeasuredLimit?: number; explanationsLift?: boolean; lastLook?: boolean }; sample?: { mode?: 'all' | 'drawn'; share?: number; strata?: Array<'portal' | 'department' | 'ministry' | 'ministry-without-services'>; seed?: string; excluded?: Array<{ siteId: number; reason: string }> }; brief?: Record<string, unknown> };
    answer: { id: number };
  };
  'POST /campaigns/previews': {
    params: {};
    query: {};
    body: { regionId: number; name: string; period: string; asOf: string; rubric?: string; overlays?: Array<string>; settings?: { recheck?: { times: number; spacingMs: number }; limits?: { maxPages: number; maxBodyBytes: number; timeoutMs: number; maxMinutes?: number }; robots?: 'obey' | 'note'; browser?: 'auto' | 'off'; pictures?: number; contact?: string | null; allowNet?: Array<string>; passLine?: number | null; unmeasuredLimit?: number; explanationsLift?: boolean; lastLook?: boolean }; sample?: { mode?: 'all' | 'drawn'; share?: number; strata?: Array<'portal' | 'department' | 'ministry' | 'ministry-without-services'>; seed?: string; excluded?: Array<{ siteId: number; reason: string }> }; brief?: Record<string, unknown> };
    answer: Record<string, unknown>;
  };
  'GET /campaigns/{campaign}': {
    params: { campaign: number };
    query: {};
    body: undefined;
    answer: { id: number; name: string; period: string; state: 'draft' | 'running' | 'reviewing' | 'hearing' | 'drafted' | 'signed' | 'published' | 'closed' | 'cancelled'; asOf: string; regionId: number; region: string; openedAt: string; startedAt: string | null; publishedAt: string | null; version: number; rubric: Record<string, unknown>; settings: Record<string, unknown>; sample: Record<string, unknown>; brief: Record<string, unknown>; hearingUntil: string | null; cancelReason: string | null; counts: { sites: number; states: { queued: number; running: number; interrupted: number; 'failed-ours': number; measured: number; cancelled: number }; verdicts: { pass: number; fail: number; incomplete: number } }; live: Array<{ inspectionId: number; unit: string; homepage: string; progress: { state: 'queued' | 'crawling' | 'rechecking' | 'judging' | 'done'; pages: number; targets: number; queued: number; look: number; looks: number } | null }> };
  };
  'GET /campaigns/{campaign}/preview': {
    params: { campaign: number };
    query: { after?: number | null; limit?: number };
    body: undefined;
    answer: Record<string, unknown>;
  };
  'POST /campaigns/{campaign}/start': {
    params: { campaign: number };
    query: {};
    body: undefined;
    answer: { sites: number };
  };
  'POST /campaigns/{campaign}/cancellation': {
    params: { campaign: number };
    query: {};
    body: { reason: string };
    answer: undefined;
  };
  'POST /campaigns/{campaign}/rescoring': {
    params: { campaign: number };
    query: {};
    body: { rubric?: string; overlays?: Array<string>; reason: string };
    answer: { sites: number; changed: number };
  };
  'GET /campaigns/{campaign}/inspections': {
    params: { campaign: number };
    query: { state?: 'queued' | 'running' | 'interrupted' | 'failed-ours' | 'measured' | 'cancelled'; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; siteId: number; position: number; site: Record<string, unknown>; state: 'queued' | 'running' | 'interrupted' | 'failed-ours' | 'measured' | 'cancelled'; verdict: 'pass' | 'fail' | 'incomplete' | null; score: number | null; progress: { state: 'queued' | 'crawling' | 'rechecking' | 'judging' | 'done'; pages: number; targets: number; queued: number; look: number; looks: number } | null; attempts: number; startedAt: string | null; finishedAt: string | null; error: string | null; version: number }>; next: number | null };
  };
  'GET /inspections/{inspection}': {
    params: { inspection: number };
    query: {};
    body: undefined;
    answer: { id: number; siteId: number; position: number; site: Record<string, unknown>; state: 'queued' | 'running' | 'interrupted' | 'failed-ours' | 'measured' | 'cancelled'; verdict: 'pass' | 'fail' | 'incomplete' | null; score: number | null; progress: { state: 'queued' | 'crawling' | 'rechecking' | 'judging' | 'done'; pages: number; targets: number; queued: number; look: number; looks: number } | null; attempts: number; startedAt: string | null; finishedAt: string | null; error: string | null; version: number; campaignId: number; card: Record<string, unknown> | null; firstCard: Record<string, unknown> | null; seal: string | null; worker: string | null; findings: Record<string, number> };
  };
  'POST /inspections/{inspection}/retry': {
    params: { inspection: number };
    query: {};
    body: { reason: string };
    answer: undefined;
  };
  'GET /findings': {
    params: {};
    query: { campaign?: number; site?: number; unit?: number; state?: 'suspected' | 'confirmed' | 'dropped' | 'unmeasured'; review?: 'open' | 'second' | 'accepted' | 'set-aside' | 'merged'; kind?: 'site-unavailable' | 'homepage-not-updated' | 'homepage-few-updates' | 'channel-stale' | 'channel-blank' | 'link-dead' | 'consultation-missing' | 'letter-none' | 'letter-unanswered' | 'survey-missing' | 'survey-none' | 'survey-few' | 'interview-none' | 'interview-few' | 'services-missing' | 'guide-incomplete' | 'service-download-dead' | 'service-system-dead' | 'grave-error' | 'information-inaccurate' | 'date-forged' | 'link-hijacked' | 'hidden-link' | 'footer-element-missing' | 'date-suspicious' | 'link-insecure'; indicator?: string; reviewable?: 'yes'; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; campaignId: number; inspectionId: number; siteId: number; state: 'suspected' | 'confirmed' | 'dropped' | 'unmeasured'; review: 'open' | 'second' | 'accepted' | 'set-aside' | 'merged'; proposed: 'accepted' | 'set-aside' | null; reviewReason: string | null; reviewedBy: number | null; secondedBy: number | null; mergedInto: number | null; isCharged: boolean; sentence: string; version: number; siteKey: string; unitId: number; unit: string; key: string; kind: 'site-unavailable' | 'homepage-not-updated' | 'homepage-few-updates' | 'channel-stale' | 'channel-blank' | 'link-dead' | 'consultation-missing' | 'letter-none' | 'letter-unanswered' | 'survey-missing' | 'survey-none' | 'survey-few' | 'interview-none' | 'interview-few' | 'services-missing' | 'guide-incomplete' | 'service-download-dead' | 'service-system-dead' | 'grave-error' | 'information-inaccurate' | 'date-forged' | 'link-hijacked' | 'hidden-link' | 'footer-element-missing' | 'date-suspicious' | 'link-insecure'; isReviewable: boolean; needsTwo: boolean; url: string; indicator: string | null; appeals: Array<'filed' | 'assigned' | 'upheld' | 'refused' | 'withdrawn'>; explanations: Array<{ state: 'claimed' | 'approved' | 'refused' | 'void'; validUntil: string | null }> }>; next: number | null };
  };
  'GET /findings/{finding}': {
    params: { finding: number };
    query: {};
    body: undefined;
    answer: { id: number; campaignId: number; inspectionId: number; siteId: number; state: 'suspected' | 'confirmed' | 'dropped' | 'unmeasured'; review: 'open' | 'second' | 'accepted' | 'set-aside' | 'merged'; proposed: 'accepted' | 'set-aside' | null; reviewReason: string | null; reviewedBy: number | null; secondedBy: number | null; mergedInto: number | null; isCharged: boolean; sentence: string; version: number; finding: Record<string, unknown>; indicator: Record<string, unknown> | null; isVeto: boolean; sum: { zh: Array<string>; en: Array<string> }; explanations: Array<{ id: number; findingId: number; state: 'claimed' | 'approved' | 'refused' | 'void'; statement: string; proof: string | null; claimedBy: number; claimedAt: string; decidedBy: number | null; decidedAt: string | null; decision: string | null; validUntil: string | null; voidedAt: string | null; version: number }>; appeals: Array<{ id: number; findingId: number; campaignId: number; siteId: number; kind: 'site-unavailable' | 'homepage-not-updated' | 'homepage-few-updates' | 'channel-stale' | 'channel-blank' | 'link-dead' | 'consultation-missing' | 'letter-none' | 'letter-unanswered' | 'survey-missing' | 'survey-none' | 'survey-few' | 'interview-none' | 'interview-few' | 'services-missing' | 'guide-incomplete' | 'service-download-dead' | 'service-system-dead' | 'grave-error' | 'information-inaccurate' | 'date-forged' | 'link-hijacked' | 'hidden-link' | 'footer-element-missing' | 'date-suspicious' | 'link-insecure'; unit: string; state: 'filed' | 'assigned' | 'upheld' | 'refused' | 'withdrawn'; grounds: string; proof: string | null; filedBy: number; filedAt: string; assignedTo: number | null; decidedBy: number | null; decidedAt: string | null; decision: string | null; before: Record<string, unknown> | null; after: Record<string, unknown> | null; version: number }>; hearingUntil: string | null };
  };
  'POST /findings/acceptances': {
    params: {};
    query: {};
    body: { findings: Array<number>; reason?: string | null };
    answer: undefined;
  };
  'POST /findings/settings-aside': {
    params: {};
    query: {};
    body: { findings: Array<number>; reason: string };
    answer: undefined;
  };
  'POST /findings/{finding}/merges': {
    params: { finding: number };
    query: {};
    body: { findings: Array<number>; reason: string };
    answer: undefined;
  };
  'POST /findings/reopenings': {
    params: {};
    query: {};
    body: { findings: Array<number>; reason: string };
    answer: undefined;
  };
  'GET /campaigns/{campaign}/review-counts': {
    params: { campaign: number };
    query: {};
    body: undefined;
    answer: { confirmed: { open: number; second: number; accepted: number; 'set-aside': number; merged: number }; suspected: { open: number; second: number; accepted: number; 'set-aside': number; merged: number }; left: number };
  };
  'GET /campaigns/{campaign}/comparison': {
    params: { campaign: number };
    query: { before: number; site?: number };
    body: undefined;
    answer: { before: number; after: number; counts: { new?: number; mended?: number; 'still-open'?: number; reopened?: number; 'not-measured'?: number }; changes: Array<{ change: 'new' | 'mended' | 'still-open' | 'reopened' | 'not-measured'; siteId: number; findingId: number; key: string; unit: string; kind: 'site-unavailable' | 'homepage-not-updated' | 'homepage-few-updates' | 'channel-stale' | 'channel-blank' | 'link-dead' | 'consultation-missing' | 'letter-none' | 'letter-unanswered' | 'survey-missing' | 'survey-none' | 'survey-few' | 'interview-none' | 'interview-few' | 'services-missing' | 'guide-incomplete' | 'service-download-dead' | 'service-system-dead' | 'grave-error' | 'information-inaccurate' | 'date-forged' | 'link-hijacked' | 'hidden-link' | 'footer-element-missing' | 'date-suspicious' | 'link-insecure'; sentence: string }> };
  };
  'POST /campaigns/{campaign}/hearing': {
    params: { campaign: number };
    query: {};
    body: undefined;
    answer: { until: string };
  };
  'GET /campaigns/{campaign}/hearing': {
    params: { campaign: number };
    query: {};
    body: undefined;
    answer: { clock: { id: number; thing: string; thingId: number; unitId: number | null; unit: string | null; units: number; deadline: Record<string, unknown>; metAt: string | null; voidAt: string | null; version: number; left: { state: 'running' | 'paused' | 'overdue'; overdue: boolean; workingDays: number; days: number; ms: number; unit: 'working-days' | 'days' | 'hours'; pausedSince: string | null }; leftWords: { zh: string; en: string }; words: { zh: string; en: string } } | null };
  };
  'POST /campaigns/{campaign}/hearing-skipped': {
    params: { campaign: number };
    query: {};
    body: { reason: string };
    answer: undefined;
  };
  'POST /campaigns/{campaign}/review-reopened': {
    params: { campaign: number };
    query: {};
    body: { reason: string };
    answer: undefined;
  };
  'POST /findings/{finding}/explanations': {
    params: { finding: number };
    query: {};
    body: { statement: string; proof?: string | null };
    answer: { id: number };
  };
  'GET /explanations': {
    params: {};
    query: { campaign?: number; state?: 'claimed' | 'approved' | 'refused' | 'void'; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; findingId: number; state: 'claimed' | 'approved' | 'refused' | 'void'; statement: string; proof: string | null; claimedBy: number; claimedAt: string; decidedBy: number | null; decidedAt: string | null; decision: string | null; validUntil: string | null; voidedAt: string | null; version: number; campaignId: number; siteId: number; kind: 'site-unavailable' | 'homepage-not-updated' | 'homepage-few-updates' | 'channel-stale' | 'channel-blank' | 'link-dead' | 'consultation-missing' | 'letter-none' | 'letter-unanswered' | 'survey-missing' | 'survey-none' | 'survey-few' | 'interview-none' | 'interview-few' | 'services-missing' | 'guide-incomplete' | 'service-download-dead' | 'service-system-dead' | 'grave-error' | 'information-inaccurate' | 'date-forged' | 'link-hijacked' | 'hidden-link' | 'footer-element-missing' | 'date-suspicious' | 'link-insecure'; unit: string }>; next: number | null };
  };
  'GET /appeals/{appeal}/reviewers': {
    params: { appeal: number };
    query: { format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; name: string }>; next: number | null };
  };
  'POST /explanations/{explanation}/decision': {
    params: { explanation: number };
    query: {};
    body: { approve: true; validUntil: string; decision: string } | { approve: false; decision: string };
    answer: undefined;
  };
  'POST /explanations/{explanation}/voiding': {
    params: { explanation: number };
    query: {};
    body: { reason: string };
    answer: undefined;
  };
  'GET /appeals': {
    params: {};
    query: { campaign?: number; state?: 'filed' | 'assigned' | 'upheld' | 'refused' | 'withdrawn'; assignedTo?: number; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; findingId: number; campaignId: number; siteId: number; kind: 'site-unavailable' | 'homepage-not-updated' | 'homepage-few-updates' | 'channel-stale' | 'channel-blank' | 'link-dead' | 'consultation-missing' | 'letter-none' | 'letter-unanswered' | 'survey-missing' | 'survey-none' | 'survey-few' | 'interview-none' | 'interview-few' | 'services-missing' | 'guide-incomplete' | 'service-download-dead' | 'service-system-dead' | 'grave-error' | 'information-inaccurate' | 'date-forged' | 'link-hijacked' | 'hidden-link' | 'footer-element-missing' | 'date-suspicious' | 'link-insecure'; unit: string; state: 'filed' | 'assigned' | 'upheld' | 'refused' | 'withdrawn'; grounds: string; proof: string | null; filedBy: number; filedAt: string; assignedTo: number | null; decidedBy: number | null; decidedAt: string | null; decision: string | null; before: Record<string, unknown> | null; after: Record<string, unknown> | null; version: number }>; next: number | null };
  };
  'POST /findings/{finding}/appeals': {
    params: { finding: number };
    query: {};
    body: { grounds: string; proof?: string | null };
    answer: { id: number };
  };
  'POST /appeals/{appeal}/assignment': {
    params: { appeal: number };
    query: {};
    body: { person: number };
    answer: undefined;
  };
  'POST /appeals/{appeal}/withdrawal': {
    params: { appeal: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'POST /appeals/{appeal}/decision': {
    params: { appeal: number };
    query: {};
    body: { upheld: boolean; decision: string };
    answer: undefined;
  };
  'GET /circulars': {
    params: {};
    query: { after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; campaignId: number; campaign: string; period: string; region: string; number: number; state: 'draft' | 'reconciled' | 'submitted' | 'signed' | 'published' | 'corrected'; correctionReason: string | null; draftedAt: string; submittedAt: string | null; signedAt: string | null; publishedAt: string | null; hash: string | null; version: number; files: Array<{ name: string; mediaType: string; hash: string }> }>; next: number | null };
  };
  'GET /circulars/{circular}/open-data': {
    params: { circular: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'GET /circulars/{circular}/files/{name}': {
    params: { circular: number; name: string };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'GET /campaigns/{campaign}/circulars': {
    params: { campaign: number };
    query: { format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; campaignId: number; campaign: string; period: string; region: string; number: number; state: 'draft' | 'reconciled' | 'submitted' | 'signed' | 'published' | 'corrected'; correctionReason: string | null; draftedAt: string; submittedAt: string | null; signedAt: string | null; publishedAt: string | null; hash: string | null; version: number; files: Array<{ name: string; mediaType: string; hash: string }> }>; next: number | null };
  };
  'POST /campaigns/{campaign}/circulars': {
    params: { campaign: number };
    query: {};
    body: undefined;
    answer: { id: number };
  };
  'GET /circulars/{circular}': {
    params: { circular: number };
    query: {};
    body: undefined;
    answer: { id: number; campaign_id: number; number: number; state: 'draft' | 'reconciled' | 'submitted' | 'signed' | 'published' | 'corrected'; brief: Record<string, unknown>; circular: Record<string, unknown>; contradictions: Array<{ field: string; printed: string; recomputed: string }>; error_rate: Record<string, unknown>; correction_reason: string | null; hash: string | null; version: number };
  };
  'POST /campaigns/{campaign}/corrections': {
    params: { campaign: number };
    query: {};
    body: { reason: string };
    answer: { id: number };
  };
  'PUT /circulars/{circular}/brief': {
    params: { circular: number };
    query: {};
    body: { text: string };
    answer: { contradictions: Array<{ field: string; printed: string; recomputed: string }> };
  };
  'POST /circulars/{circular}/trials': {
    params: { circular: number };
    query: {};
    body: { text: string };
    answer: { circular: Record<string, unknown>; contradictions: Array<{ field: string; printed: string; recomputed: string }> };
  };
  'POST /circulars/{circular}/reconciliation': {
    params: { circular: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'POST /circulars/{circular}/submission': {
    params: { circular: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'POST /circulars/{circular}/signature': {
    params: { circular: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'POST /circulars/{circular}/return': {
    params: { circular: number };
    query: {};
    body: { reason: string };
    answer: undefined;
  };
  'POST /circulars/{circular}/publication': {
    params: { circular: number };
    query: {};
    body: undefined;
    answer: { hash: string; files: Array<string>; notes: Array<string> };
  };
  'GET /findings/{finding}/evidence': {
    params: { finding: number };
    query: {};
    body: undefined;
    answer: { findingId: number; site: Record<string, unknown>; campaign: { id: number; name: string; period: string; asOf: string; state: 'draft' | 'running' | 'reviewing' | 'hearing' | 'drafted' | 'signed' | 'published' | 'closed' | 'cancelled'; explanationsLift: boolean }; rubric: Record<string, unknown>; visits: Array<{ visit: string; role: 'proof' | 'found-on'; url: string; finalUrl: string; at: string; look: number; method: 'fetch' | 'browser'; status: number | null; outcome: string; detail: string | null; ms: number | null; bytes: number | null; hops: Array<{ url: string; status: number; location: string }>; request: string | null; response: string | null; bodyHash: string | null; excerpt: string | null; hasPage: boolean; hasPicture: boolean; problem: 'missing' | 'damaged' | null }>; seal: string | null; isArchived: boolean; ledger: Array<{ number: number; at: string; act: string; thing: string; reason: string | null; hash: string; actor: string | null }>; people: Array<{ id: number; name: string }>; sum: { charged: { verdict: 'pass' | 'fail' | 'incomplete'; score: number | null }; lifted: { verdict: 'pass' | 'fail' | 'incomplete'; score: number | null } } };
  };
  'GET /findings/{finding}/evidence/{visit}/page': {
    params: { finding: number; visit: string };
    query: {};
    body: undefined;
    answer: { url: string; charset: string; title: string; lines: Array<{ kind: 'heading' | 'item' | 'text'; pieces: Array<{ text: string; href: string | null; isMarked: boolean }> }>; marks: number; left: number };
  };
  'GET /findings/{finding}/evidence/{visit}/picture': {
    params: { finding: number; visit: string };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'GET /rubrics': {
    params: {};
    query: { format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ ref: Record<string, unknown>; title: { zh: string; en: string }; vetoes: number; deductions: number; bonus: number }>; next: number | null };
  };
  'GET /rubrics/{rubric}': {
    params: { rubric: string };
    query: {};
    body: undefined;
    answer: { rubric: Record<string, unknown>; warnings: Array<Record<string, unknown>> };
  };
  'GET /rubrics/{rubric}/differences': {
    params: { rubric: string };
    query: { other: string };
    body: undefined;
    answer: { differences: Array<{ part: 'indicator' | 'scale' | 'class' | 'term' | 'advice'; where: string; before: string | null; after: string | null }> };
  };
  'GET /campaigns/{campaign}/rubric': {
    params: { campaign: number };
    query: {};
    body: undefined;
    answer: { rubric: Record<string, unknown>; warnings: Array<Record<string, unknown>> };
  };
  'GET /campaigns/{campaign}/what-if': {
    params: { campaign: number };
    query: { rubric: string; overlay?: string; passLine?: number | null };
    body: undefined;
    answer: { rubric: Record<string, unknown>; passLine: number; sites: Array<{ inspectionId: number; siteId: number; unit: string; before: { verdict: 'pass' | 'fail' | 'incomplete'; score: number | null }; after: { verdict: 'pass' | 'fail' | 'incomplete'; score: number | null } }> };
  };
  'GET /rubric-activations': {
    params: {};
    query: { format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; regionId: number; region: string; rubric: string; version: string; overlays: Array<string>; from: string; reason: string; person: string | null; at: string; withdrawnAt: string | null; state: 'coming' | 'in-force' | 'replaced' | 'withdrawn' }>; next: number | null };
  };
  'POST /rubric-activations': {
    params: {};
    query: {};
    body: { regionId: number; rubric: string; overlays?: Array<string>; from: string; reason: string };
    answer: { id: number };
  };
  'DELETE /rubric-activations/{activation}': {
    params: { activation: number };
    query: { reason: string };
    body: undefined;
    answer: undefined;
  };
  'GET /regions/{region}/rubric': {
    params: { region: number };
    query: { day: string };
    body: undefined;
    answer: { rubric: string; overlays: Array<string>; since: string | null };
  };
  'POST /campaigns/{campaign}/orders': {
    params: { campaign: number };
    query: {};
    body: undefined;
    answer: { orders: Array<number>; failed: Array<{ unitId: number; unit: string; problem: string }> };
  };
  'GET /campaigns/{campaign}/repetitions': {
    params: { campaign: number };
    query: { format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ siteId: number; unit: string; indicator: string; title: { zh: string; en: string }; since: string }> };
  };
  'GET /orders': {
    params: {};
    query: { state?: 'issued' | 'received' | 'replied' | 'rechecking' | 'passed' | 'closed'; campaign?: number; unit?: number; region?: number; open?: 'yes' | 'all'; by?: 'newest' | 'due'; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; campaignId: number; campaign: string; unitId: number; unit: string; state: 'issued' | 'received' | 'replied' | 'rechecking' | 'passed' | 'closed'; issuedAt: string; receivedAt: string | null; repliedAt: string | null; timesFailed: number; closedAt: string | null; version: number; items: number; open: number; clock: { id: number; thing: string; thingId: number; unitId: number | null; unit: string | null; units: number; deadline: Record<string, unknown>; metAt: string | null; voidAt: string | null; version: number; left: { state: 'running' | 'paused' | 'overdue'; overdue: boolean; workingDays: number; days: number; ms: number; unit: 'working-days' | 'days' | 'hours'; pausedSince: string | null }; leftWords: { zh: string; en: string }; words: { zh: string; en: string } } | null }>; next: number | null };
  };
  'GET /orders/{order}': {
    params: { order: number };
    query: { format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { id: number; campaignId: number; campaign: string; unitId: number; unit: string; state: 'issued' | 'received' | 'replied' | 'rechecking' | 'passed' | 'closed'; issuedAt: string; receivedAt: string | null; repliedAt: string | null; timesFailed: number; closedAt: string | null; version: number; items: Array<{ id: number; findingId: number; siteId: number; site: Record<string, unknown>; key: string; finding: Record<string, unknown>; sentence: string; answer: 'open' | 'mended' | 'cannot'; plan: string | null; promisedOn: string | null; recheck: 'none' | 'passed' | 'failed' | 'unmeasured'; before: { at: string; evidence: Array<Record<string, unknown>> } | null; after: { at: string; evidence: Array<Record<string, unknown>> } | null; recheckedAt: string | null }>; clock: { id: number; thing: string; thingId: number; unitId: number | null; unit: string | null; units: number; deadline: Record<string, unknown>; metAt: string | null; voidAt: string | null; version: number; left: { state: 'running' | 'paused' | 'overdue'; overdue: boolean; workingDays: number; days: number; ms: number; unit: 'working-days' | 'days' | 'hours'; pausedSince: string | null }; leftWords: { zh: string; en: string }; words: { zh: string; en: string } } | null };
  };
  'POST /orders/{order}/receipt': {
    params: { order: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'POST /orders/{order}/reply': {
    params: { order: number };
    query: {};
    body: { answers: Array<{ itemId: number; answer: 'mended' } | { itemId: number; answer: 'cannot'; plan: string; promisedOn: string }> };
    answer: undefined;
  };
  'POST /orders/{order}/closing': {
    params: { order: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'GET /escalations': {
    params: {};
    query: { state?: 'proposed' | 'decided' | 'carried-out' | 'recorded' | 'dismissed'; unit?: number; order?: number; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; unitId: number; unit: string; orderId: number | null; step: 'reminder' | 'notice' | 'warning' | 'talk'; rule: string; facts: Record<string, unknown>; draft: { title: string; salutation: string; paragraphs: Array<string> }; state: 'proposed' | 'decided' | 'carried-out' | 'recorded' | 'dismissed'; proposedAt: string; decidedAt: string | null; decisionReason: string | null; carriedOutAt: string | null; outcome: string | null; version: number }>; next: number | null };
  };
  'POST /escalations/proposals': {
    params: {};
    query: {};
    body: undefined;
    answer: { proposed: Array<number> };
  };
  'GET /escalations/{escalation}': {
    params: { escalation: number };
    query: {};
    body: undefined;
    answer: { id: number; unitId: number; unit: string; orderId: number | null; step: 'reminder' | 'notice' | 'warning' | 'talk'; rule: string; facts: Record<string, unknown>; draft: { title: string; salutation: string; paragraphs: Array<string> }; state: 'proposed' | 'decided' | 'carried-out' | 'recorded' | 'dismissed'; proposedAt: string; decidedAt: string | null; decisionReason: string | null; carriedOutAt: string | null; outcome: string | null; version: number };
  };
  'POST /escalations/{escalation}/decision': {
    params: { escalation: number };
    query: {};
    body: { isTaken: boolean; reason: string; draft?: { title: string; salutation: string; paragraphs: Array<string> } | null };
    answer: undefined;
  };
  'POST /escalations/{escalation}/carrying-out': {
    params: { escalation: number };
    query: {};
    body: undefined;
    answer: { talkId: number | null };
  };
  'POST /escalations/{escalation}/outcome': {
    params: { escalation: number };
    query: {};
    body: { outcome: string };
    answer: undefined;
  };
  'GET /talks': {
    params: {};
    query: { state?: 'proposed' | 'scheduled' | 'held' | 'followed-up' | 'dismissed'; unit?: number; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; escalationId: number; unitId: number; unit: string; state: 'proposed' | 'scheduled' | 'held' | 'followed-up' | 'dismissed'; scheduledFor: string | null; talkPlace: string | null; attendees: Array<{ name: string; post: string }>; facts: string | null; promises: Array<{ text: string; dueOn: string; keptAt: string | null }>; heldAt: string | null; followedUpAt: string | null; version: number }>; next: number | null };
  };
  'GET /talks/{talk}': {
    params: { talk: number };
    query: {};
    body: undefined;
    answer: { id: number; escalationId: number; unitId: number; unit: string; state: 'proposed' | 'scheduled' | 'held' | 'followed-up' | 'dismissed'; scheduledFor: string | null; talkPlace: string | null; attendees: Array<{ name: string; post: string }>; facts: string | null; promises: Array<{ text: string; dueOn: string; keptAt: string | null }>; heldAt: string | null; followedUpAt: string | null; version: number };
  };
  'POST /talks/{talk}/schedule': {
    params: { talk: number };
    query: {};
    body: { at: string; place: string };
    answer: undefined;
  };
  'POST /talks/{talk}/record': {
    params: { talk: number };
    query: {};
    body: { attendees: Array<{ name: string; post: string }>; facts: string; promises: Array<{ text: string; dueOn: string }> };
    answer: undefined;
  };
  'POST /talks/{talk}/follow-up': {
    params: { talk: number };
    query: {};
    body: { kept: Array<number>; reason?: string | null };
    answer: undefined;
  };
  'GET /deadlines': {
    params: {};
    query: { dueBefore?: string; thing?: string; thingId?: number; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; thing: string; thingId: number; unitId: number | null; unit: string | null; units: number; deadline: Record<string, unknown>; metAt: string | null; voidAt: string | null; version: number; left: { state: 'running' | 'paused' | 'overdue'; overdue: boolean; workingDays: number; days: number; ms: number; unit: 'working-days' | 'days' | 'hours'; pausedSince: string | null }; leftWords: { zh: string; en: string }; words: { zh: string; en: string } }>; next: number | null };
  };
  'GET /deadlines/{deadline}': {
    params: { deadline: number };
    query: {};
    body: undefined;
    answer: { id: number; thing: string; thingId: number; unitId: number | null; unit: string | null; units: number; deadline: Record<string, unknown>; metAt: string | null; voidAt: string | null; version: number; left: { state: 'running' | 'paused' | 'overdue'; overdue: boolean; workingDays: number; days: number; ms: number; unit: 'working-days' | 'days' | 'hours'; pausedSince: string | null }; leftWords: { zh: string; en: string }; words: { zh: string; en: string } };
  };
  'POST /deadlines/{deadline}/extension': {
    params: { deadline: number };
    query: {};
    body: { amount: number; reason: string };
    answer: { dueAt: string; dueOn: string };
  };
  'GET /calendar': {
    params: {};
    query: {};
    body: undefined;
    answer: { announced: Array<number>; edits: Array<{ day: string; kind: 'holiday' | 'workday' | 'plain'; name: string; source: string }> };
  };
  'POST /calendar': {
    params: {};
    query: {};
    body: { days?: Array<{ day: string; kind: 'holiday' | 'workday' | 'plain'; name: string; source: string }>; takenBack?: Array<string>; years?: Array<{ year: number; source: string }> };
    answer: { moved: Array<{ id: number; words: { zh: string; en: string } }> };
  };
  'GET /calendar/years/{year}': {
    params: { year: number };
    query: {};
    body: undefined;
    answer: { year: number; isAnnounced: boolean; workingDays: number; days: Array<{ day: string; working: boolean; why: 'weekday' | 'weekend' | 'holiday' | 'make-up'; name: string; nameEn: string; source: string | null; provisional: boolean }> };
  };
  'POST /calendar/preview': {
    params: {};
    query: {};
    body: { days?: Array<{ day: string; kind: 'holiday' | 'workday' | 'plain'; name: string; source: string }>; takenBack?: Array<string>; years?: Array<{ year: number; source: string }> };
    answer: { moved: Array<{ id: number; words: { zh: string; en: string } }> };
  };
  'GET /notices': {
    params: {};
    query: { unread?: string; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; kind: 'portal-outage' | 'site-outage' | 'site-recovered' | 'signal-watch' | 'signal-breach' | 'signal-unmeasured' | 'signal-cleared' | 'campaign-measured' | 'hearing-opened' | 'explanation-claimed' | 'explanation-decided' | 'explanation-void' | 'appeal-filed' | 'appeal-assigned' | 'appeal-decided' | 'circular-submitted' | 'circular-published' | 'circular-corrected' | 'order-issued' | 'order-received' | 'order-replied' | 'recheck-passed' | 'recheck-failed' | 'deadline-near' | 'deadline-passed' | 'deadline-moved' | 'escalation-proposed' | 'warning-issued' | 'talk-scheduled' | 'matters-waiting' | 'matter-assigned' | 'matter-returned' | 'matter-answered' | 'matter-sent-back' | 'matter-replied' | 'matter-reopened' | 'matter-moved' | 'helper-asked' | 'helper-answered' | 'extension-asked' | 'extension-decided' | 'matter-near' | 'matter-overdue' | 'letter-line-near'; siteId: number | null; site: string | null; args: Record<string, unknown>; link: string; createdAt: string; readAt: string | null; zh: { title: string; text: string }; en: { title: string; text: string } }>; next: number | null; unread: number };
  };
  'POST /notices/{notice}/read': {
    params: { notice: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'POST /notices/read': {
    params: {};
    query: {};
    body: { upTo: number };
    answer: undefined;
  };
  'GET /notices/choice': {
    params: {};
    query: {};
    body: undefined;
    answer: { mail: 'as-said' | 'digest' | 'none' };
  };
  'PUT /notices/choice': {
    params: {};
    query: {};
    body: { mail: 'as-said' | 'digest' | 'none' };
    answer: undefined;
  };
  'GET /webhooks': {
    params: {};
    query: { after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; regionId: number; url: string; kinds: Array<string>; createdAt: string; stoppedAt: string | null }>; next: number | null };
  };
  'POST /webhooks': {
    params: {};
    query: {};
    body: { regionId: number; url: string; kinds: Array<'portal-outage' | 'site-outage' | 'site-recovered' | 'signal-watch' | 'signal-breach' | 'signal-unmeasured' | 'signal-cleared' | 'campaign-measured' | 'hearing-opened' | 'explanation-claimed' | 'explanation-decided' | 'explanation-void' | 'appeal-filed' | 'appeal-assigned' | 'appeal-decided' | 'circular-submitted' | 'circular-published' | 'circular-corrected' | 'order-issued' | 'order-received' | 'order-replied' | 'recheck-passed' | 'recheck-failed' | 'deadline-near' | 'deadline-passed' | 'deadline-moved' | 'escalation-proposed' | 'warning-issued' | 'talk-scheduled' | 'matters-waiting' | 'matter-assigned' | 'matter-returned' | 'matter-answered' | 'matter-sent-back' | 'matter-replied' | 'matter-reopened' | 'matter-moved' | 'helper-asked' | 'helper-answered' | 'extension-asked' | 'extension-decided' | 'matter-near' | 'matter-overdue' | 'letter-line-near' | '*'> };
    answer: { id: number; secret: string };
  };
  'DELETE /webhooks/{webhook}': {
    params: { webhook: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'GET /webhooks/{webhook}/events': {
    params: { webhook: number };
    query: { after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; kind: string; state: 'waiting' | 'sent' | 'failed'; attempts: number; dueAt: string; sentAt: string | null; error: string | null }>; next: number | null };
  };
  'POST /webhooks/{webhook}/test': {
    params: { webhook: number };
    query: {};
    body: undefined;
    answer: { id: number };
  };
  'GET /duties': {
    params: {};
    query: { region?: number; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; site: string; unit: string; duties: Array<{ kind: string; everyMs: number; dueAt: string; lastAt: string | null; lastOkAt: string | null }>; tally: { opened: number; failed: number; blocked: number; ours: number; maintenance: number }; signals: { watch: number; breach: number; unmeasured: number }; isLate: boolean }>; next: number | null };
  };
  'GET /maintenance': {
    params: {};
    query: { region?: number; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; siteId: number; site: string; unit: string; from: string; to: string; reportedAt: string; reason: string }>; next: number | null };
  };
  'GET /monitoring/days': {
    params: {};
    query: { region?: number; days?: number };
    body: undefined;
    answer: { days: Array<{ day: string; tally: { opened: number; failed: number; blocked: number; ours: number; maintenance: number }; raised: number; cleared: number }> };
  };
  'GET /sites/{site}/checks': {
    params: { site: number };
    query: { after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; siteId: number; askedAt: string; state: 'waiting' | 'running' | 'done' | 'failed'; startedAt: string | null; finishedAt: string | null; result: { rubric: string; asOf: string; verdict: 'pass' | 'fail' | 'incomplete'; score: number | null; lines: Array<{ indicator: string; title: { zh: string; en: string }; isVeto: boolean; points: number | null; findings: Array<string> }>; findings: Array<{ key: string; kind: 'site-unavailable' | 'homepage-not-updated' | 'homepage-few-updates' | 'channel-stale' | 'channel-blank' | 'link-dead' | 'consultation-missing' | 'letter-none' | 'letter-unanswered' | 'survey-missing' | 'survey-none' | 'survey-few' | 'interview-none' | 'interview-few' | 'services-missing' | 'guide-incomplete' | 'service-download-dead' | 'service-system-dead' | 'grave-error' | 'information-inaccurate' | 'date-forged' | 'link-hijacked' | 'hidden-link' | 'footer-element-missing' | 'date-suspicious' | 'link-insecure'; state: 'suspected' | 'confirmed' | 'dropped' | 'unmeasured'; url: string; foundOn: string | null; sentence: string }>; pages: number; links: number; unmeasured: number } | null }>; next: number | null };
  };
  'POST /sites/{site}/checks': {
    params: { site: number };
    query: {};
    body: undefined;
    answer: { id: number };
  };
  'GET /signals': {
    params: {};
    query: { site?: number; state?: 'fine' | 'watch' | 'breach' | 'unmeasured' | 'cleared'; region?: number; standing?: 'yes' | 'all'; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; siteId: number; site: string; unit: string; kind: string; line: { zh: string; en: string }; state: 'fine' | 'watch' | 'breach' | 'unmeasured' | 'cleared'; measure: Record<string, unknown>; since: string; seenAt: string; clearedAt: string | null }>; next: number | null };
  };
  'GET /sites/{site}/availability': {
    params: { site: number };
    query: { days?: number };
    body: undefined;
    answer: { days: Array<{ day: string; tally: { opened: number; failed: number; blocked: number; ours: number; maintenance: number } }>; maintenance: Array<{ from: string; to: string; reportedAt: string; reason: string }> };
  };
  'POST /sites/{site}/maintenance': {
    params: { site: number };
    query: {};
    body: { from: string; to: string; reason: string };
    answer: { id: number };
  };
  'GET /clock': {
    params: {};
    query: {};
    body: undefined;
    answer: { now: string; isDemo: boolean };
  };
  'GET /ledger': {
    params: {};
    query: { after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ number: number; at: string; actor: string; act: string; thing: string; thingId: number | null; before?: unknown; after?: unknown; reason: string | null; previousHash: string; hash: string }>; next: number | null };
  };
  'GET /ledger/lines': {
    params: {};
    query: { act?: string; thing?: string; thingId?: number; actor?: string; from?: string; to?: string; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ number: number; at: string; actor: string; act: string; thing: string; thingId: number | null; before?: unknown; after?: unknown; reason: string | null; previousHash: string; hash: string; person: string | null }>; next: number | null };
  };
  'GET /ledger/heads': {
    params: {};
    query: { after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ day: string; number: number; hash: string }>; next: number | null };
  };
  'GET /ledger/verification': {
    params: {};
    query: {};
    body: undefined;
    answer: { lines: number; head: string; broken: { number: number; why: 'hash' | 'chain' | 'missing' } | null };
  };
  'GET /lexicons': {
    params: {};
    query: { format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ name: string; version: string; about: string; value: Record<string, unknown> }> };
  };
  'GET /settings': {
    params: {};
    query: { format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ name: string; env: string; value: string | number | null; isSecret: boolean; source: 'default' | 'environment'; default: string | null; unit: string | null; doc: { zh: string; en: string } }> };
  };
  'GET /office-terms': {
    params: {};
    query: {};
    body: undefined;
    answer: { clocks: Array<Record<string, unknown>>; ladder: Record<string, unknown>; monitoring: Record<string, unknown>; campaign: Record<string, unknown>; checksADay: number };
  };
  'GET /jobs': {
    params: {};
    query: {};
    body: undefined;
    answer: { queues: Array<{ name: string; waiting: number; active: number; retrying: number; failed: number; done: number; oldest: string | null }>; work: Array<{ what: string; state: string; count: number }>; parked: Array<{ id: string; name: string; data: Record<string, unknown>; error: string | null; tries: number; createdAt: string; failedAt: string | null }> };
  };
  'POST /jobs/{job}/retry': {
    params: { job: string };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'GET /matters/queues': {
    params: {};
    query: {};
    body: undefined;
    answer: { errorReports: Record<string, number>; inquiries: Record<string, number> };
  };
  'GET /matters/statistics': {
    params: {};
    query: { from: string; to: string; cutoff?: string };
    body: undefined;
    answer: Record<string, unknown>;
  };
  'GET /matters/discrepancies': {
    params: {};
    query: { from?: string; to?: string; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ thing: 'error-report' | 'inquiry'; id: number; field: string; table: string; ledger: string }>; next: number | null };
  };
  'POST /units/{unit}/successor': {
    params: { unit: number };
    query: {};
    body: { to: number; reason: string };
    answer: { moved: number };
  };
  'POST /circulars/{circular}/matters': {
    params: { circular: number };
    query: {};
    body: { errorReports?: { from: string; to: string; cutoff?: string }; inquiries?: { from: string; to: string; cutoff?: string } };
    answer: { contradictions: Array<Record<string, unknown>> };
  };
  'GET /answer-templates': {
    params: {};
    query: { after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; regionId: number; unitId: number | null; unit: string | null; title: string; text: string; version: number }>; next: number | null };
  };
  'POST /answer-templates': {
    params: {};
    query: {};
    body: { of: { unitId: number } | { regionId: number }; title: string; text: string };
    answer: { id: number };
  };
  'PUT /answer-templates/{template}': {
    params: { template: number };
    query: {};
    body: { version: number; title: string; text: string };
    answer: undefined;
  };
  'DELETE /answer-templates/{template}': {
    params: { template: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'GET /error-reports': {
    params: {};
    query: { state?: 'received' | 'assigned' | 'answered' | 'closed' | 'merged' | 'refused'; fault?: 'unavailable' | 'dead-link' | 'stale' | 'inaccurate' | 'typo' | 'unanswered' | 'forged' | 'other'; site?: number; queue?: 'triage' | 'units' | 'review' | 'extensions' | 'helping' | 'near-due' | 'overdue' | 'open'; unit?: number; q?: string; from?: string; to?: string; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; receivedAt: string; unitId: number | null; unit: string | null; responsibleId: number | null; responsible: string | null; suspicion: Array<string>; leadId: number | null; isLate: boolean; answeredAt: string | null; endedAt: string | null; reopenedAt: string | null; satisfaction: 'very-satisfied' | 'satisfied' | 'neutral' | 'dissatisfied' | null; version: number; dueAt: string; dueOn: string; left: Record<string, unknown>; state: 'received' | 'assigned' | 'answered' | 'closed' | 'merged' | 'refused'; pageUrl: string; fault: 'unavailable' | 'dead-link' | 'stale' | 'inaccurate' | 'typo' | 'unanswered' | 'forged' | 'other'; text: string; siteId: number | null; site: string | null; unitTruth: 'true' | 'partly' | 'untrue' | null; truth: 'true' | 'partly' | 'untrue' | null }>; next: number | null };
  };
  'GET /error-reports/{report}': {
    params: { report: number };
    query: {};
    body: undefined;
    answer: Record<string, unknown>;
  };
  'GET /error-reports/{report}/captures/{capture}': {
    params: { report: number; capture: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'POST /error-reports/{report}/captures': {
    params: { report: number };
    query: {};
    body: undefined;
    answer: { id: number };
  };
  'POST /error-reports/{report}/assignment': {
    params: { report: number };
    query: {};
    body: { unitId: number; complexity?: 'ordinary' | 'complex'; siteId?: number; note?: string };
    answer: undefined;
  };
  'POST /error-reports/{report}/return': {
    params: { report: number };
    query: {};
    body: { reason: string };
    answer: undefined;
  };
  'POST /error-reports/{report}/refusal': {
    params: { report: number };
    query: {};
    body: { reason: 'not-ours' | 'court' | 'petition' | 'unclear' | 'abuse' | 'repeated'; note?: string };
    answer: undefined;
  };
  'DELETE /error-reports/{report}/refusal': {
    params: { report: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'POST /error-reports/{report}/merging': {
    params: { report: number };
    query: {};
    body: { ids: Array<number> };
    answer: { merged: number };
  };
  'POST /error-reports/{report}/answer': {
    params: { report: number };
    query: {};
    body: { text: string; truth: 'true' | 'partly' | 'untrue' };
    answer: undefined;
  };
  'POST /error-reports/{report}/sending-back': {
    params: { report: number };
    query: {};
    body: { reason: string };
    answer: undefined;
  };
  'POST /error-reports/{report}/closing': {
    params: { report: number };
    query: {};
    body: { truth: 'true' | 'partly' | 'untrue'; publicText?: string | null };
    answer: undefined;
  };
  'PUT /error-reports/{report}/truth': {
    params: { report: number };
    query: {};
    body: { truth: 'true' | 'partly' | 'untrue'; reason: string };
    answer: undefined;
  };
  'POST /error-reports/{report}/finding': {
    params: { report: number };
    query: {};
    body: { campaignId: number; kind?: 'link-dead' | 'information-inaccurate' | 'grave-error' | 'date-forged' | 'link-hijacked' | 'letter-unanswered' };
    answer: { id: number };
  };
  'POST /error-reports/{report}/contact': {
    params: { report: number };
    query: {};
    body: { reason: string };
    answer: { name?: string; phone?: string; email?: string };
  };
  'GET /inquiries': {
    params: {};
    query: { state?: 'received' | 'assigned' | 'handling' | 'asking' | 'drafted' | 'published' | 'withheld' | 'merged' | 'refused'; kind?: 'question' | 'complaint' | 'suggestion' | 'help'; queue?: 'triage' | 'units' | 'review' | 'extensions' | 'helping' | 'near-due' | 'overdue' | 'open'; unit?: number; q?: string; from?: string; to?: string; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; receivedAt: string; unitId: number | null; unit: string | null; responsibleId: number | null; responsible: string | null; suspicion: Array<string>; leadId: number | null; isLate: boolean; answeredAt: string | null; endedAt: string | null; reopenedAt: string | null; satisfaction: 'very-satisfied' | 'satisfied' | 'neutral' | 'dissatisfied' | null; version: number; dueAt: string; dueOn: string; left: Record<string, unknown>; state: 'received' | 'assigned' | 'handling' | 'asking' | 'drafted' | 'published' | 'withheld' | 'merged' | 'refused'; kind: 'question' | 'complaint' | 'suggestion' | 'help'; complexity: 'ordinary' | 'complex'; title: string; extension: 'none' | 'asked' | 'granted' | 'refused' }>; next: number | null };
  };
  'GET /inquiries/{inquiry}': {
    params: { inquiry: number };
    query: {};
    body: undefined;
    answer: Record<string, unknown>;
  };
  'POST /inquiries/{inquiry}/assignment': {
    params: { inquiry: number };
    query: {};
    body: { unitId: number; complexity?: 'ordinary' | 'complex'; note?: string };
    answer: undefined;
  };
  'PUT /inquiries/{inquiry}/complexity': {
    params: { inquiry: number };
    query: {};
    body: { complexity: 'ordinary' | 'complex' };
    answer: undefined;
  };
  'POST /inquiries/{inquiry}/acceptance': {
    params: { inquiry: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'POST /inquiries/{inquiry}/return': {
    params: { inquiry: number };
    query: {};
    body: { reason: string };
    answer: undefined;
  };
  'POST /inquiries/{inquiry}/refusal': {
    params: { inquiry: number };
    query: {};
    body: { reason: 'not-ours' | 'court' | 'petition' | 'unclear' | 'abuse' | 'repeated'; note?: string };
    answer: undefined;
  };
  'DELETE /inquiries/{inquiry}/refusal': {
    params: { inquiry: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'POST /inquiries/{inquiry}/merging': {
    params: { inquiry: number };
    query: {};
    body: { ids: Array<number> };
    answer: { merged: number };
  };
  'GET /helping-units': {
    params: {};
    query: { q?: string; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; name: string; region: string }> };
  };
  'POST /inquiries/{inquiry}/helpers': {
    params: { inquiry: number };
    query: {};
    body: { unitId: number; reason: string };
    answer: undefined;
  };
  'POST /inquiries/{inquiry}/opinion': {
    params: { inquiry: number };
    query: {};
    body: { opinion: string };
    answer: undefined;
  };
  'DELETE /inquiries/{inquiry}/helpers/{helper}': {
    params: { inquiry: number; helper: number };
    query: { reason: string };
    body: undefined;
    answer: undefined;
  };
  'POST /inquiries/{inquiry}/question': {
    params: { inquiry: number };
    query: {};
    body: { question: string };
    answer: undefined;
  };
  'DELETE /inquiries/{inquiry}/question': {
    params: { inquiry: number };
    query: { reason: string };
    body: undefined;
    answer: undefined;
  };
  'POST /inquiries/{inquiry}/extension': {
    params: { inquiry: number };
    query: {};
    body: { amount: number; reason: string };
    answer: undefined;
  };
  'POST /inquiries/{inquiry}/extension/decision': {
    params: { inquiry: number };
    query: {};
    body: { isGranted: boolean; reason: string };
    answer: undefined;
  };
  'POST /inquiries/{inquiry}/answer': {
    params: { inquiry: number };
    query: {};
    body: { answer: string; withhold?: 'personal-data' | 'trade-secret' | 'secret' | 'third-party' | 'writer-asked' | 'investigation' | 'repeated' | 'other'; title?: string; question?: string; publicAnswer?: string };
    answer: undefined;
  };
  'POST /inquiries/{inquiry}/review': {
    params: { inquiry: number };
    query: {};
    body: { decision: 'publish'; title?: string; question?: string; answer?: string } | { decision: 'withhold'; reason: 'personal-data' | 'trade-secret' | 'secret' | 'third-party' | 'writer-asked' | 'investigation' | 'repeated' | 'other' } | { decision: 'send-back'; reason: string };
    answer: undefined;
  };
  'PUT /inquiries/{inquiry}/publication': {
    params: { inquiry: number };
    query: {};
    body: { title?: string; question?: string; answer?: string };
    answer: undefined;
  };
  'DELETE /inquiries/{inquiry}/publication': {
    params: { inquiry: number };
    query: { reason: 'personal-data' | 'trade-secret' | 'secret' | 'third-party' | 'writer-asked' | 'investigation' | 'repeated' | 'other' };
    body: undefined;
    answer: undefined;
  };
  'POST /inquiries/{inquiry}/contact': {
    params: { inquiry: number };
    query: {};
    body: { reason: string };
    answer: { name?: string; phone?: string; email?: string };
  };
  'GET /error-reports/{report}/pictures': {
    params: { report: number };
    query: { format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; mediaType: 'image/jpeg' | 'image/png'; width: number; height: number; hash: string; addedAt: string }> };
  };
  'GET /inquiries/{inquiry}/pictures': {
    params: { inquiry: number };
    query: { format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; mediaType: 'image/jpeg' | 'image/png'; width: number; height: number; hash: string; addedAt: string }> };
  };
  'GET /matter-pictures/{picture}': {
    params: { picture: number };
    query: {};
    body: undefined;
    answer: undefined;
  };
  'POST /public/error-reports': {
    params: {};
    query: {};
    body: { pageUrl: string; fault: 'unavailable' | 'dead-link' | 'stale' | 'inaccurate' | 'typo' | 'unanswered' | 'forged' | 'other'; text: string; contact?: { name?: string; phone?: string; email?: string }; once?: string };
    answer: { receipt: string; dueAt: string; computation: Record<string, unknown>; siteId: number | null };
  };
  'GET /public/error-reports/similar': {
    params: {};
    query: { pageUrl: string };
    body: undefined;
    answer: { site: { siteId: number; site: string; unit: string } | null; reports: Array<{ id: number; pageUrl: string; fault: 'unavailable' | 'dead-link' | 'stale' | 'inaccurate' | 'typo' | 'unanswered' | 'forged' | 'other'; submittedAt: string; state: 'received' | 'assigned' | 'answered' | 'closed' | 'merged' | 'refused'; unit: string | null; isSamePage: boolean }> };
  };
  'POST /public/inquiries': {
    params: {};
    query: {};
    body: { kind: 'question' | 'complaint' | 'suggestion' | 'help'; unitId?: number; title: string; text: string; mayPublish: boolean; contact?: { name?: string; phone?: string; email?: string }; once?: string };
    answer: { receipt: string; dueAt: string; computation: Record<string, unknown> };
  };
  'GET /public/inquiries': {
    params: {};
    query: { q?: string; kind?: 'question' | 'complaint' | 'suggestion' | 'help'; unitId?: number; after?: number; limit?: number; format?: 'json' | 'csv' | 'xlsx' };
    body: undefined;
    answer: { items: Array<{ id: number; kind: 'question' | 'complaint' | 'suggestion' | 'help'; title: string; question: string; answer: string; unit: string; unitId: number; submittedAt: string; publishedAt: string; satisfaction: 'very-satisfied' | 'satisfied' | 'neutral' | 'dissatisfied' | null }>; next: number | null };
  };
  'GET /public/inquiries/{published}': {
    params: { published: number };
    query: {};
    body: undefined;
    answer: Record<string, unknown>;
  };
  'GET /public/statistics': {
    params: {};
    query: { from: string; to: string };
    body: undefined;
    answer: Record<string, unknown>;
  };
  'POST /public/matter': {
    params: {};
    query: {};
    body: { receipt: string };
    answer: Record<string, unknown>;
  };
  'POST /public/matter/reply': {
    params: {};
    query: {};
    body: { receipt: string; text: string };
    answer: undefined;
  };
  'POST /public/matter/rating': {
    params: {};
    query: {};
    body: { receipt: string; satisfaction: 'very-satisfied' | 'satisfied' | 'neutral' | 'dissatisfied'; comment?: string };
    answer: undefined;
  };
  'POST /public/matter/reopening': {
    params: {};
    query: {};
    body: { receipt: string; reason: string };
    answer: { dueAt: string; computation: Record<string, unknown> };
  };
}
