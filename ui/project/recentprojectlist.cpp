#include "ui/project/recentprojectlist.h"

#include "models/connectionsmodel.h"
#include "ui/connection/connectiondelegate.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardItemModel>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::ConnectionsModel;

namespace {

constexpr int mostShown = 3;

QString shortened(const QString &folder)
{
    const auto home = QDir::homePath();
    return folder.startsWith(home + u'/') ? u'~' + folder.mid(home.size()) : folder;
}

} // namespace

RecentProjectList::RecentProjectList(const Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_items(new QStandardItemModel(this))
{
    setAccessibleName(tr("Recent projects"));
    setModel(m_items);
    setItemDelegate(new ConnectionDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto choose = [this](const QModelIndex &index) {
        if (index.isValid())
            emit chosen(m_projects[static_cast<size_t>(index.row())]);
    };
    connect(this, &QListView::clicked, this, choose);
    connect(this, &QListView::activated, this, choose);
}

void RecentProjectList::setProjects(const std::vector<models::RecentProject> &projects)
{
    m_projects = projects;
    m_items->clear();
    for (const auto &project : projects) {
        auto *item = new QStandardItem(project.name);
        const auto folder = shortened(QFileInfo(project.config).path());
        item->setData(folder, ConnectionsModel::SummaryRole);
        item->setData(project.environment.isEmpty() ? tr("project") : project.environment,
                      ConnectionDelegate::WordRole);
        item->setToolTip(project.config);
        item->setData(tr("Project %1 in %2").arg(project.name, folder), Qt::AccessibleTextRole);
        m_items->appendRow(item);
    }
    setVisible(!projects.empty());
    setFixedHeight(std::min(static_cast<int>(projects.size()), mostShown) *
                   itemDelegate()->sizeHint({}, {}).height());
}

} // namespace squall::ui
