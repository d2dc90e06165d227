import type { Setting } from './setting.ts';

/** Settings of the web: who may call, how often, and who else vouches for people. */
export const webSettings = {
  isSecure: {
    env: 'XUNWANG_HTTPS',
    kind: 'count',
    default: '0',
    unit: '0 or 1',
    least: 0,
    most: 1,
    doc: {
      zh: '浏览器是否经 https 访问：1 是（会话标识只经加密连接发送），0 否',
      en: 'whether browsers come by https: 1 yes (the session’s cookie never travels otherwise), 0 no',
    },
  },
  requestsAMinute: {
    env: 'XUNWANG_REQUESTS_A_MINUTE',
    kind: 'count',
    default: '1200',
    unit: 'requests',
    least: 10,
    most: 1_000_000,
    doc: {
      zh: '每个地址每分钟的请求数上限',
      en: 'requests from one address in a minute, and no more',
    },
  },
  keyHours: {
    env: 'XUNWANG_KEY_HOURS',
    kind: 'count',
    default: '72',
    unit: 'hours',
    least: 1,
    most: 8760,
    doc: {
      zh: '幂等键保留多久；在此期间重复的请求得到原来的答复',
      en: 'how long idempotency keys are kept: a request that is sent again meanwhile is not done twice',
    },
  },
  proxies: {
    env: 'XUNWANG_PROXIES',
    kind: 'count',
    default: '0',
    unit: 'proxies',
    least: 0,
    most: 5,
    doc: {
      zh: '前面有几层反向代理；访问者的地址取自它们写入的 X-Forwarded-For',
      en: 'how many reverse proxies stand before it; callers’ addresses are what they write into X-Forwarded-For',
    },
  },
  metricsToken: {
    env: 'XUNWANG_METRICS_TOKEN',
    kind: 'text',
    default: null,
    unit: null,
    secret: true,
    doc: {
      zh: '读取 /metrics 须出示的令牌；不设则只有本机可读',
      en: 'token for reading /metrics; without it only this machine may',
    },
  },
  oidcIssuer: {
    env: 'XUNWANG_OIDC_ISSUER',
    kind: 'text',
    default: null,
    unit: null,
    doc: {
      zh: '统一身份认证（OpenID Connect）的地址；不设则只能用口令登录',
      en: 'address of the provider of identities (OpenID Connect); without it only passwords let people in',
    },
  },
  oidcClient: {
    env: 'XUNWANG_OIDC_CLIENT',
    kind: 'text',
    default: null,
    unit: null,
    doc: {
      zh: '本服务在统一身份认证处登记的客户端编号',
      en: 'what the provider calls this service',
    },
  },
  oidcSecret: {
    env: 'XUNWANG_OIDC_SECRET',
    kind: 'text',
    default: null,
    unit: null,
    secret: true,
    doc: {
      zh: '统一身份认证发给本服务的密钥',
      en: 'secret that the provider gave this service',
    },
  },
} as const satisfies Record<string, Setting>;
