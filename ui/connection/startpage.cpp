#include "ui/connection/startpage.h"

#include "models/connectionsmodel.h"
#include "models/project/recentprojects.h"
#include "ui/connection/connectiondelegate.h"
#include "ui/project/recentprojectlist.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;
using models::ConnectionsModel;

namespace {

constexpr int columnWidth = 520;

} // namespace

StartPage::StartPage(ConnectionsModel &connections, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_connections(connections)
    , m_theme(theme)
    , m_url(new QLineEdit(this))
    , m_error(new QLabel(this))
    , m_projectHint(new QLabel(tr("Opens the database that its drizzle.config.ts names."), this))
    , m_recentProjects(new QLabel(tr("Projects"), this))
    , m_projects(new RecentProjectList(theme, this))
    , m_recent(new QLabel(tr("Recent"), this))
    , m_list(new QListView(this))
    , m_hint(new QLabel(this))
{
    setObjectName(u"startPage"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *title = new QLabel(tr("Open a database"), this);
    title->setFont(ui::font(TextStyle::Title));
    m_error->setObjectName(u"startError"_s);
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->hide();
    m_hint->setObjectName(u"startHint"_s);
    m_hint->setWordWrap(true);
    m_hint->setText(tr(
        "No database at hand? “./dev run” in Squall's sources starts a private PostgreSQL with a demo in it "
        "and opens it here."));

    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addWidget(title);
    column->addSpacing(4);
    column->addWidget(buildUrlRow());
    column->addWidget(m_error);
    column->addWidget(buildProjectRow());
    column->addSpacing(16);
    column->addWidget(m_recentProjects);
    column->addWidget(m_projects);
    column->addSpacing(8);
    column->addWidget(m_recent);
    column->addWidget(buildList());
    column->addWidget(m_hint);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addLayout(column);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);
    m_projects->setObjectName(u"startProjects"_s);
    connect(m_projects, &RecentProjectList::chosen, this, &StartPage::projectChosen);
    for (auto *widget : {static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_projects),
                         static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_hint)})
        widget->setFixedWidth(columnWidth);

    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&connections, signal, this, &StartPage::updateList);
    connect(&connections, &QAbstractItemModel::modelReset, this, &StartPage::updateList);
    connect(&theme, &Theme::changed, this, &StartPage::tint);
    tint();
    updateList();
    setProjects({});
    setFocusProxy(m_url);
}

QWidget *StartPage::buildUrlRow()
{
    auto *row = new QWidget(this);
    row->setFixedWidth(columnWidth);
    m_url->setObjectName(u"startUrl"_s);
    m_url->setAccessibleName(tr("Connection URL"));
    m_url->setPlaceholderText(u"postgresql://user@host/database"_s);
    auto *connectButton = new QPushButton(tr("Connect"), row);
    connectButton->setObjectName(u"startConnect"_s);
    connectButton->setProperty("primary", true);
    auto *newButton = new QPushButton(tr("New connection…"), row);
    newButton->setObjectName(u"startNew"_s);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_url, 1);
    layout->addWidget(connectButton);
    layout->addWidget(newButton);
    const auto submit = [this] {
        m_error->hide();
        if (m_url->text().trimmed().isEmpty())
            showError(tr("Paste a URL first, for example postgresql://anna@localhost/shop"));
        else
            emit urlEntered(m_url->text());
    };
    connect(connectButton, &QPushButton::clicked, this, submit);
    connect(m_url, &QLineEdit::returnPressed, this, submit);
    connect(newButton, &QPushButton::clicked, this, &StartPage::newConnectionRequested);
    return row;
}

QWidget *StartPage::buildProjectRow()
{
    auto *row = new QWidget(this);
    row->setFixedWidth(columnWidth);
    auto *openButton = new QPushButton(tr("Open Drizzle project…"), row);
    openButton->setObjectName(u"startProject"_s);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(openButton);
    layout->addWidget(m_projectHint, 1);
    connect(openButton, &QPushButton::clicked, this, &StartPage::projectRequested);
    return row;
}

QWidget *StartPage::buildList()
{
    m_list->setObjectName(u"startList"_s);
    m_list->setAccessibleName(tr("Recent connections"));
    m_list->setModel(&m_connections);
    m_list->setItemDelegate(new ConnectionDelegate(m_theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto choose = [this](const QModelIndex &index) {
        if (index.isValid())
            emit connectionChosen(index.data(ConnectionsModel::IdRole).toString());
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        const auto index = m_list->indexAt(position);
        if (index.isValid())
            emit editRequested(index.data(ConnectionsModel::IdRole).toString());
    });
    return m_list;
}

void StartPage::updateList()
{
    constexpr int maxShown = 7;
    const int rows = m_connections.rowCount();
    m_recent->setVisible(rows > 0);
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(std::min(rows, maxShown) * 48);
    m_hint->setVisible(rows == 0);
}

void StartPage::setProjects(const std::vector<models::RecentProject> &projects)
{
    m_projects->setProjects(projects);
    m_recentProjects->setVisible(!projects.empty());
}

void StartPage::showError(const QString &text)
{
    m_error->setText(text);
    m_error->show();
}

void StartPage::tint()
{
    ui::tint(m_error, m_theme.color(Token::Removed));
    ui::tint(m_hint, m_theme.color(Token::Muted));
    ui::tint(m_projectHint, m_theme.color(Token::Muted));
    for (auto *caption : {m_recentProjects, m_recent}) {
        ui::tint(caption, m_theme.color(Token::Faint));
        caption->setFont(ui::font(TextStyle::Caption));
    }
}

} // namespace squall::ui
