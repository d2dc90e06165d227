/** Refusals of people, sign-in and the API. */
export const peopleRefusals = {
  'sign-in-wrong': {
    zh: '登录名或者口令不正确。请核对后重试；忘记口令的，请联系系统管理员重置。',
    en: 'Login or password is wrong. Try again, or ask an administrator to reset it.',
  },
  'sign-in-throttled': {
    zh: '多次登录失败，请在{minutes}分钟后再试，或者联系系统管理员。',
    en: 'Too many failed tries. Try again in {minutes} minutes, or ask an administrator.',
  },
  'sign-in-needed': {
    zh: '请先登录。',
    en: 'Sign in first.',
  },
  'csrf-missing': {
    zh: '页面已过期，请刷新后重新提交。已填写的内容请先复制保存。',
    en: 'This page is too old to send from. Copy what you wrote, reload and send it again.',
  },
  'provider-refused': {
    zh: '统一身份认证没有完成（{why}）。请重新登录；多次失败的，请联系系统管理员或改用口令。',
    en: 'The provider of identities did not let you in ({why}). Try again, or use your password.',
  },
  'provider-stranger': {
    zh: '统一身份认证通过，但本系统没有对应的人员。请系统管理员先添加您，并填写同一邮箱。',
    en: 'The provider knows you and this service does not. Have an administrator add you first.',
  },
  'password-length': {
    zh: '口令长度应为{least}至{most}个字符。',
    en: 'A password has {least} to {most} characters.',
  },
  'second-factor-there': {
    zh: '您已经设置了双因素验证。需要更换的，请系统管理员先行重置。',
    en: 'You have a second factor. To change it, have an administrator reset it first.',
  },
  'second-factor-none': {
    zh: '您还没有设置双因素验证。请先在个人设置中绑定。',
    en: 'You have no second factor yet. Set one up first.',
  },
  'second-factor-wrong': {
    zh: '验证码不正确或者已经用过。请等待下一个验证码。',
    en: 'The code is wrong or was used. Wait for the next one.',
  },
  'login-taken': {
    zh: '登录名“{login}”已被使用。请换一个。',
    en: 'The login {login} is taken. Choose another.',
  },
  'post-place': {
    zh: '单位角色须指定单位，其他角色不得指定单位（{role}）。',
    en: 'Roles of units need a unit, and others must not have one ({role}).',
  },
  'last-admin': {
    zh: '至少须保留一名系统管理员。请先指定另一名。',
    en: 'One administrator must remain. Name another first.',
  },
  'scope-unknown': {
    zh: '没有这些权限：{scopes}。权限名称见接口文档。',
    en: 'There are no such scopes: {scopes}. They are the names of rights.',
  },
  'request-malformed': {
    zh: '提交的内容不正确：{fields}。请按提示修改后再提交。',
    en: 'The request is not as described: {fields}.',
  },
  'media-type-other': {
    zh: '提交内容的类型不对，应为{wanted}。',
    en: 'The body should be {wanted}.',
  },
  'request-too-large': {
    zh: '提交的内容过大（上限{most}字节）。请分次提交。',
    en: 'The request is too large (at most {most} bytes). Send it in parts.',
  },
  'request-too-often': {
    zh: '请求过于频繁，请在{seconds}秒后再试。',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  'version-other': {
    zh: '内容已被他人修改（现为{now}）。请刷新后在新内容上修改。',
    en: 'It was changed since you read it (now {now}). Read it again and change that.',
  },
  'list-too-long': {
    zh: '列表超过{most}行，不能导出为一个文件。请用筛选条件分次导出。',
    en: 'The list has more than {most} rows: too many for one file. Export parts of it by filters.',
  },
  'key-reused': {
    zh: '同一幂等键（{key}）已用于另一个请求。请换一个键。',
    en: 'The idempotency key {key} was used for another request. Use a fresh one.',
  },
  'shown-once': {
    zh: '该请求（{key}）已经办理。其答复含有只显示一次的密钥或令牌，不再保存；没有收到的，请作废后重新生成。',
    en: 'This was done already ({key}). Its answer held a secret that is shown once and kept nowhere: if it was lost, end what was made and make another.',
  },
  'key-running': {
    zh: '同一请求（{key}）正在处理，请稍后查看结果。',
    en: 'The same request ({key}) is being done. Ask for its outcome a little later.',
  },
  'views-many': {
    zh: '已保存 {most} 个视图，达到上限。请先删除不用的视图。',
    en: 'There are {most} saved views, which is the most. Delete some first.',
  },
} as const;
