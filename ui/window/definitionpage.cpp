#include "ui/window/definitionpage.h"

#include "core/diff/render.h"
#include "models/studio.h"
#include "ui/editor/sqlhighlighter.h"
#include "ui/theme/theme.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

DefinitionPage::DefinitionPage(const ObjectId &id, models::Studio &studio, const Theme &theme,
                               QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_studio(studio)
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(u"definitionPage"_s);
    m_text->setObjectName(u"definitionText"_s);
    m_text->setAccessibleName(tr("Definition of %1").arg(id.text()));
    m_text->setReadOnly(true);
    m_text->setFont(ui::font(TextStyle::Code));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setStyleSheet(u"QPlainTextEdit { border: none; border-radius: 0; }"_s);
    m_text->document()->setDocumentMargin(12);
    new SqlHighlighter(theme, m_text->document());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    if (auto *database = studio.database())
        connect(database, &models::OpenDatabase::snapshotChanged, this, &DefinitionPage::show);
    show();
}

QString DefinitionPage::withoutSql(const catalog::Snapshot &snapshot) const
{
    for (const auto &item : snapshot.unmodeled) {
        if (item.id == m_id)
            return tr("%1 (%2): Squall knows that there is such a thing, but neither compares it nor writes "
                      "it "
                      "as SQL.")
                .arg(m_id.text(), item.what);
    }
    return tr("%1 is not in the database any more.").arg(m_id.text());
}

void DefinitionPage::show()
{
    const auto *database = m_studio.database();
    if (!database || !database->snapshot())
        return;
    const auto sql = diff::describe(*database->snapshot(), m_id);
    m_text->setPlainText(sql.isEmpty() ? withoutSql(*database->snapshot()) : sql);
}

} // namespace squall::ui
