import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'

export function TabSet({
  label,
  tabs,
  first,
}: {
  label: string
  tabs: { id: string; title: string; content: ReactNode }[]
  /** The tab that stands open at first; left out, or none of them: the first one. */
  first?: string | undefined
}) {
  const open = tabs.some(({ id }) => id === first) && first
  return (
    <Tabs className="tabs" {...(open && { defaultSelectedKey: open })}>
      <TabList aria-label={label} className="tab-list">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="tab">
            {tab.title}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </Tabs>
  )
}
