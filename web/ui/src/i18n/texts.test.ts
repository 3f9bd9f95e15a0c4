import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import en from './en.json'
import zhHans from './zh-Hans.json'
import zhHant from './zh-Hant.json'

type Tree = { [key: string]: string | Tree }

const flat = (tree: Tree, start = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[start + key, value] as [string, string]] : flat(value, `${start}${key}.`),
  )

const keys = (tree: Tree) => [...new Set(flat(tree).map(([key]) => key.replace(/_(one|other)$/, '')))].sort()
const parameters = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((found) => found[1]).sort()

// Characters that Simplified Chinese alone uses, out of those frequent in this trade.
const simplifiedOnly = new Set(
  [
    '们这个国对时说为会来产业务厂楼层区电梯货车门设备级环实验数据资讯单价万与专东丝两严丧丰临举么义乌乐习乡书买亏云亚',
    '产亩亲亿仅从仓仪们价众优伙伞传伤伦伪体余佣侠侣侥侦侧侨债倾偿储儿党兰关兴养兽内冈册写军农冲决况冻净凉减凑凤凭凯击',
    '凿刘则刚创删别刹剂剑剧劝办务动励劲劳势区医华协单卖卢卫却厂厅历厉压厌县参双发变叙叠号叹吓启员响团园围图圆圣场坏块',
    '坚坛坝坟坠垄垒处备够头夹夺奋奖妆妇妈娱学宁宝实宠审宪宫宽宾对寻导寿将尔尘尝层属岁岂岗岛岭币帅师帐带帮广庄庆库应庙',
    '庞废开异弃张弥弯弹强归当录彻径忆忧怀态总恋恳恶恼悦悬惊惧惩惯愤愿战户扑执扩扫扬扰抚抛抢护报担拟拢拣拥择挂挡挤挥捞',
    '损换据掷携摄摆摇撑敌数斋断无旧时旷显晋晒晓暂术机杀杂权条来杨极构枪柜标栋栏树样档桥检楼欢欧毁毕毙气汇汉汤沟没沪泪',
    '泽洁浅测济浏浑浓涂涛润涨渊渐渔湾湿溃满滚滞滤灭灯灵灾炉点炼烂烟烦烧热爱爷牵犹狱独狭猎环现珐电画畅疗疯盐监盖盘码砖',
    '础确碍礼祸离种积称稳穷窃窑竞笔笼筑签简类粮紧纠红纤约级纪纯纲纳纵纷纸纹线练组细织终经结绕给络绝统继续维综绿缓编缘',
    '缩罗罚罢职联肃肠肤肿胀胁胆胜脉脏脑脱脸艺节芦苏苹范荐荣药获营萧蓝虏虑虽虾蚀蚂补装见观规视览觉触订认讨让训议记讲许',
    '论设访证评识诉词译试诗诚话询该详语误说请诸诺读课谁调谈谊谋谓谢谱负贡财责败账货质贩贪购贯贱贴贵贷费贺资赋赏赔赖赚',
    '赛赞赠赢趋跃践踪车轨转轮软轻载较辅辆辈辉输辖边达迁过运还进远违连迟适选递逻遗遥邮邻郑释钟钢钱钻铁铃铜银销锁错键镇',
    '镜长门闭问间闲闷闹闻阁阅队阳阴阵阶际陆陈险随隐难雾静页项顺须顾顿预领颇频颗题额颜风飞饭饮饰馆马驱驶驻验鱼鲁鲜鸟鸡',
    '鸣麦黄齐齿龙龟',
  ].join(''),
)

describe('Texts', () => {
  it('are there in all three languages', () => {
    expect(keys(zhHans)).toEqual(keys(zhHant))
    expect(keys(en)).toEqual(keys(zhHant))
  })

  it('take the same parameters in all three languages', () => {
    const hant = new Map(flat(zhHant))
    for (const tree of [zhHans, en]) {
      for (const [key, text] of flat(tree).filter(([name]) => !name.endsWith('_one'))) {
        expect([key, parameters(text)]).toEqual([key, parameters(hant.get(key.replace(/_other$/, ''))!)])
      }
    }
  })

  it('hold no character of Simplified Chinese in the Traditional ones', () => {
    // 個 of both scripts and the like are left out: these are written so in Traditional Chinese too.
    const shared = new Set(
      [
        '个么云余修借准制后向吁周咸回困夸夹只台吊同升岳布干幸征御恤愿才折挂据效斗旋晒朱杆板松极柜核沈涂游漓点熏系累胡苏范',
        '表谷郁采里钟雇须面发凭尝志念托杠栗汇注游漏炼症秋秘签腊致舍蔑占凶游内没况净强册户范',
      ].join(''),
    )
    const found = flat(zhHant).flatMap(([key, text]) =>
      [...text]
        .filter((letter) => simplifiedOnly.has(letter) && !shared.has(letter))
        .map((letter) => `${key}: ${letter}`),
    )
    expect(found).toEqual([])
  })

  it('use the quotation marks and the form of address of their language', () => {
    const foreign = (tree: Tree, signs: RegExp) => flat(tree).filter(([, text]) => signs.test(text))
    expect(foreign(zhHans, /[「」你]/)).toEqual([])
    expect(foreign(zhHant, /[“”您]/)).toEqual([])
    expect(foreign(en, /[「」]|"/)).toEqual([])
  })

  it('are all written for a key that the page uses', () => {
    const used = sources('src')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const written = new Set(keys(zhHant))
    const missing = [...used.matchAll(/\bt\('([\w.]+)'/g)].map((found) => found[1]!).filter((key) => !written.has(key))
    expect([...new Set(missing)]).toEqual([])
  })

  it('have no blanks where the page fills none', () => {
    const used = sources('src')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const unfilled = new Set([...used.matchAll(/\bt\('([\w.]+)'\)/g)].map((found) => found[1]!))
    expect(flat(en).filter(([key, text]) => unfilled.has(key) && text.includes('{{'))).toEqual([])
  })
})

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
}
